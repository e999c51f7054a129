namespace LtiMentoring.SampleLms;

static class Program
{
    static void Main() { }
}
