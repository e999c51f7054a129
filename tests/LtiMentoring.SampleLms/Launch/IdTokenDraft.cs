using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;

using LtiMentoring.SampleLms.Keys;

namespace LtiMentoring.SampleLms.Launch;

/// <summary>An id_token before it is signed. Written by hand, because tests need tokens that no library would agree to write.</summary>
public sealed class IdTokenDraft
{
    internal IdTokenDraft(SigningKey key, JsonObject payload)
    {
        Header = new JsonObject { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = key.Kid };
        Payload = payload;
        Sign = key.Sign;
    }

    public JsonObject Header { get; }
    public JsonObject Payload { get; }

    /// <summary>From "header.payload" to the signature; an empty one is what <c>alg: none</c> needs.</summary>
    public Func<byte[], byte[]> Sign { get; set; }

    /// <summary>Changes the finished token, for instance its last letter.</summary>
    public Func<string, string> Finish { get; set; } = token => token;

    internal string Write()
    {
        var content = $"{Part(Header)}.{Part(Payload)}";
        return Finish($"{content}.{Base64Url.EncodeToString(Sign(Encoding.ASCII.GetBytes(content)))}");
    }

    static string Part(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
