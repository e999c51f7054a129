namespace LtiMentoring.Web.Tests.Hosts;

/// <summary>A tool with the whole course that ships with it.</summary>
public sealed class ShippedStage() : MentorStage([$"--CourseDirectory={Path.Combine(AppContext.BaseDirectory, "Curriculum")}"]);
