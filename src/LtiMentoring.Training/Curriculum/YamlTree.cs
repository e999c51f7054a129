using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LtiMentoring.Training.Curriculum;

// Builds the tree from the parser's events and not from YamlDotNet's own documents: those follow aliases, recurse as deep
// as a file asks them to, and give up at the first doubled key.
sealed class YamlTree(string file, Errata errata)
{
    const int Deepest = 20;
    const int LongestText = 20_000;

    readonly Stack<YamlBranch> open = new();
    Yaml? root;

    public Yaml? Read(string words)
    {
        var scanner = new Scanner(new StringReader(words));
        try
        {
            var parser = new Parser(scanner);
            var documents = 0;
            while (parser.MoveNext())
            {
                var line = LineOf(parser.Current!);
                if (parser.Current is DocumentStart && ++documents > 1) return Stop(line, "A file holds one document. Take out the line with three hyphens.");
                if (open.Count > Deepest) return Stop(line, $"Lists and keys lie more than {Deepest} deep here. Look at the indentation.");
                Take(parser.Current!, line);
            }
            return root;
        }
        catch (YamlException e)
        {
            return Stop(Math.Max(1, (int)e.Start.Line), $"This is not readable YAML. Look at the indentation and the quotes here. ({e.Message.TrimEnd('.')})");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The scanner answers some broken files, an unclosed bracket for one, with whatever its own code ran into.
            return Stop(Math.Max(1, (int)scanner.CurrentPosition.Line), "This is not readable YAML. Look for a bracket, a brace or a quote above that is never closed.");
        }
    }

    static int LineOf(ParsingEvent happened) => Math.Max(1, (int)happened.Start.Line);

    void Take(ParsingEvent happened, int line)
    {
        if (happened is NodeEvent node) Refuse(node, line);
        switch (happened)
        {
            case Scalar scalar: Put(new YamlText(line, Clean(scalar.Value, line))); break;
            case AnchorAlias: Put(Unread(line)); break;
            case SequenceStart: open.Push(new YamlBranch(line, isMap: false)); break;
            case MappingStart: open.Push(new YamlBranch(line, isMap: true)); break;
            case SequenceEnd or MappingEnd: Put(open.Pop().Close()); break;
            default: break;
        }
    }

    void Refuse(NodeEvent node, int line)
    {
        if (!node.Anchor.IsEmpty) errata.Add(file, line, "An anchor (&name) is not read. Take it out.");
        if (!node.Tag.IsEmpty) errata.Add(file, line, "A tag (!name) is not read. Take it out.");
    }

    YamlText Unread(int line)
    {
        errata.Add(file, line, "An alias (*name) is not read. Write the words out again.");
        return new YamlText(line, "");
    }

    string Clean(string words, int line)
    {
        if (words.EnumerateRunes().Any(Unprintable)) errata.Add(file, line, "This text holds a character that cannot be shown. Take it out.");
        if (words.Length <= LongestText) return words;
        errata.Add(file, line, $"This text is longer than {LongestText / 1000},000 characters. Divide it.");
        return "";
    }

    // Half a character, written as an escape, is read as the replacement character.
    static bool Unprintable(Rune rune) => rune == Rune.ReplacementChar || (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t'));

    void Put(Yaml node)
    {
        if (!open.TryPeek(out var branch)) root = node;
        else if (branch.Take(node) is { } wrong) errata.Add(file, node.Line, wrong);
    }

    Yaml? Stop(int line, string message)
    {
        errata.Add(file, line, message);
        return null;
    }
}
