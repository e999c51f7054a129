using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LtiMentoring.Lti.Services;

namespace LtiMentoring.Lti.Notices;

/// <summary>Says to a platform where its notices are sent (Platform Notification Service 1.0, section 3.3).</summary>
/// <param name="services">Sends the calls.</param>
/// <param name="platform">Who is to send the notices.</param>
public sealed class NoticeHandlers(LtiServices services, Platform platform)
{
    /// <summary>Asks for one type of notice. What was said of that type before is replaced.</summary>
    /// <param name="handlers">The address that a launch gave (<see cref="NoticesEndpoint.Handlers"/>).</param>
    /// <param name="type">The type, such as <see cref="Notice.ContextCopy"/>.</param>
    /// <param name="handler">Where such notices are to be sent: an absolute web address of this tool.</param>
    /// <param name="cancel">Gives the call up.</param>
    public Task<Answer> RegisterAsync(string handlers, string type, string handler, CancellationToken cancel) =>
        services.SendAsync(platform, [Scopes.NoticeHandlers], () =>
        {
            var words = JsonSerializer.Serialize(new Dictionary<string, string> { ["notice_type"] = type, ["handler"] = handler });
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(words));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            var request = new HttpRequestMessage(HttpMethod.Put, handlers) { Content = content };
            request.Headers.Accept.ParseAdd("application/json");
            return request;
        }, cancel);
}
