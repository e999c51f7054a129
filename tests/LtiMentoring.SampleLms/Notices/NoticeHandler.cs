namespace LtiMentoring.SampleLms.Notices;

/// <summary>Where one deployment of a tool wants one type of notice.</summary>
public sealed record NoticeHandler(string ClientId, string DeploymentId, string Type, string Address)
{
    public static string IdOf(string client, string deployment, string type) => $"{client} {deployment} {type}";
}

/// <summary>A notice that was sent, and what the tool answered; 0 when it did not.</summary>
public sealed record SentNotice(NoticeHandler To, string Jwt, int Status);
