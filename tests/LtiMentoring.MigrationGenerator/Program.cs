namespace LtiMentoring.MigrationGenerator;

static class Program
{
    static void Main() { }
}
