using LtiMentoring.SampleLms.DeepLinking;
using LtiMentoring.SampleLms.District;
using LtiMentoring.SampleLms.Faults;
using LtiMentoring.SampleLms.Gradebook;
using LtiMentoring.SampleLms.Keys;
using LtiMentoring.SampleLms.Launch;
using LtiMentoring.SampleLms.Notices;
using LtiMentoring.SampleLms.Registering;
using LtiMentoring.SampleLms.Requests;
using LtiMentoring.SampleLms.State;
using LtiMentoring.SampleLms.Tokens;

namespace LtiMentoring.SampleLms;

/// <summary>The whole LMS in memory. Tests read it and change it directly while it runs.</summary>
public sealed partial class Lms
{
    readonly string? folder;
    readonly bool filled;
    int lastColumn;

    internal Lms(SampleLmsOptions options, TimeProvider clock)
    {
        folder = options.DataFolder;
        Clock = clock;
        Tools = new(Gate, tool => tool.ClientId, Save);
        People = new(Gate, person => person.Sub);
        Courses = new(Gate, course => course.Id, Save);
        Links = new(Gate, link => link.Id, Save);
        LineItems = new(Gate, column => column.Id, Save);
        NoticeHandlers = new(Gate, handler => NoticeHandler.IdOf(handler.ClientId, handler.DeploymentId, handler.Type), Save);
        Results = new(Gate, grade => grade.Id, Save);
        Tokens = new(clock);
        Sessions = new(People);
        Launches = new(clock);
        Selections = new(clock);
        Invitations = new(this);
        if (!options.Fresh)
            Tools.Put(options.Tool);

        var saved = folder is null ? null : SavedLms.Load(folder);
        Keys = new(saved?.Keys ?? [], Gate, Save);
        SampleDistrict.FillIn(this);
        lastColumn = saved?.LastColumn ?? 0;
        if (saved is not null)
            saved.Restore(this);
        else if (options.ColumnsFromStart)
            foreach (var link in Links)
                AddColumn(link.Id);
        filled = true;
        Save();
    }

    /// <summary>The LMS's own address without a slash at the end, which is also its issuer. Known once the LMS has started.</summary>
    public string Address { get; internal set; } = "";

    public Table<LmsPerson> People { get; }
    public Table<LmsCourse> Courses { get; }
    public Table<LmsLink> Links { get; }
    public Table<GradeColumn> LineItems { get; }

    /// <summary>What the gradebook holds now.</summary>
    public Table<Grade> Results { get; }

    /// <summary>Every score the tool posted, with the answer it got.</summary>
    public Journal<PostedScore> Scores { get; } = new();

    /// <summary>Every request to an LTI service, noted before its answer leaves.</summary>
    public Journal<LmsRequest> Requests { get; } = new();

    /// <summary>Who wants which notices, and where.</summary>
    public Table<NoticeHandler> NoticeHandlers { get; }

    /// <summary>Every notice that was sent, noted when it was answered.</summary>
    public Journal<SentNotice> Notices { get; } = new();

    public SigningKeys Keys { get; }
    public AccessTokens Tokens { get; }
    public LmsFaults Faults { get; } = new();
    public Quirks Quirks { get; } = new();

    /// <summary>The tools by client id. There is one from the start unless the LMS starts fresh.</summary>
    public Table<ToolRegistration> Tools { get; }

    /// <summary>The first tool.</summary>
    public ToolRegistration Registration
    {
        get => Tools.FirstOrDefault() ?? throw new InvalidOperationException("No tool is registered.");
        set => Tools.PutFirst(value);
    }

    /// <summary>Lets tools register themselves.</summary>
    public Invitations Invitations { get; }

    /// <summary>What tools answered when they were asked for content.</summary>
    public Journal<DeepLinkingAnswer> DeepLinkingAnswers { get; } = new();

    internal Lock Gate { get; } = new();
    internal NoticeSender? NoticeSender { get; set; }
    internal TimeProvider Clock { get; }
    internal Sessions Sessions { get; }
    internal Launches Launches { get; }
    internal Selections Selections { get; }
    internal TokenShapes Shapes { get; } = new();

    /// <summary>Changes the header or the claims of the next id_tokens before they are signed.</summary>
    public void Shape(TokenShape shape, int launches = 1) =>
        Shapes.Add(draft => shape(draft.Header, draft.Payload), launches);

    /// <summary>Changes the next id_tokens in any way, their signature included.</summary>
    public void Shape(Action<IdTokenDraft> shape, int launches = 1) => Shapes.Add(shape, launches);

    void Save()
    {
        if (folder is null || !filled) // Nothing half restored may reach the file.
            return;
        lock (Gate)
            SavedLms.Of(this, lastColumn).Save(folder);
    }
}
