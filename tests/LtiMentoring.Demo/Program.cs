namespace LtiMentoring.Demo;

static class Program
{
    static void Main() { }
}
