namespace LtiMentoring.Lti.Tests;

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
    [InlineData("https://lms.example.org/\r\nSet-Cookie: x")]
    [InlineData("https://lms.example.org/\u0085")]
    [InlineData("https://lms.example.org/a b")]
    [InlineData(" https://lms.example.org/")]
    [InlineData("https://lms.example.org/\t")]
    public void Refuses_everything_else(string? address) => Assert.False(WebAddress.IsAbsolute(address));

    [Theory]
    [InlineData("https://lms.example.org/a/b?c", "https://lms.example.org")]
    [InlineData("https://lms.example.org:8443/", "https://lms.example.org:8443")]
    [InlineData("https://LMS.example.org:443/", "https://lms.example.org")]
    [InlineData("http://lms.example.org:443", "http://lms.example.org:443")]
    [InlineData("https://schüle.example/", "https://xn--schle-mva.example")]
    [InlineData("http://[::1]:5200/a", "http://[::1]:5200")]
    [InlineData("http://127.0.0.1:5200/a", "http://127.0.0.1:5200")]
    public void An_origin_is_scheme_host_and_port(string address, string origin) => Assert.Equal(origin, WebAddress.Origin(address));
}
