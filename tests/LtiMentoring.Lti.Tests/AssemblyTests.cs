using System.Reflection;

namespace LtiMentoring.Lti.Tests;

/// <summary>The protocol stands alone, so that its package could be used by any tool.</summary>
public sealed class AssemblyTests
{
    [Fact]
    public void Knows_nothing_but_the_platform_and_tokens() => Assert.Empty(
        typeof(Platform).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && !name.StartsWith("Microsoft.IdentityModel.", StringComparison.Ordinal)));

    [Fact]
    public void Says_no_word_of_training_or_of_pages() => Assert.Empty(
        from type in typeof(Platform).Assembly.GetTypes()
        from name in type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Select(member => $"{type.Name}.{member.Name}".Replace("LtiMentoring.", "", StringComparison.Ordinal))
        where new[] { "Mentor", "Scenario", "Lesson", "Module", "Attempt", "District", "Razor", "DbContext" }.Any(word => name.Contains(word, StringComparison.Ordinal))
        select name);
}
