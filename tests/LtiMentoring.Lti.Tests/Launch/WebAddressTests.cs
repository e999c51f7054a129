namespace LtiMentoring.Lti.Tests.Launch;

public sealed class WebAddressTests
{
    [Theory]
    [InlineData("https://lms.example.org/mod/lti/services.php/2/lineitems?type_id=1")]
    [InlineData("http://127.0.0.1:5200/x")]
    public void Takes_web_addresses(string address) => Assert.True(WebAddress.IsAbsolute(address));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/lineitems")]
    [InlineData("lms.example.org")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user:password@lms.example.org/")]
    public void Refuses_everything_else(string? address) => Assert.False(WebAddress.IsAbsolute(address));

    [Theory]
    [InlineData("https://lms.example.org/a/b?c", "https://lms.example.org")]
    [InlineData("https://lms.example.org:8443/", "https://lms.example.org:8443")]
    public void An_origin_is_scheme_host_and_port(string address, string origin) => Assert.Equal(origin, WebAddress.Origin(address));
}
