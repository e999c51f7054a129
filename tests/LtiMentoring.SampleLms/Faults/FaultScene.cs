namespace LtiMentoring.SampleLms.Faults;

/// <summary>The request that a fault strikes.</summary>
sealed record FaultScene(HttpContext Http, Lms Lms, Func<Task> Continue)
{
    /// <summary>Lets the LMS do its work, and keeps the body of its answer back.</summary>
    public async Task<byte[]> HoldAnswer()
    {
        var wire = Http.Response.Body;
        using var held = new MemoryStream();
        Http.Response.Body = held;
        try
        {
            await Continue();
        }
        finally
        {
            Http.Response.Body = wire;
        }

        return held.ToArray();
    }

    public async Task Send(byte[] body)
    {
        Http.Response.ContentLength = body.Length;
        await Http.Response.Body.WriteAsync(body);
    }

    public Task Answer(int status, string mediaType, string words)
    {
        Http.Response.StatusCode = status;
        Http.Response.ContentType = mediaType;
        return Http.Response.WriteAsync(words);
    }
}
