namespace LtiMentoring.Web;

static class Program
{
    static void Main() { }
}
