using System.Globalization;
using System.Text;

namespace LtiMentoring.SampleLms.Faults;

/// <summary>One way in which an LMS fails. Those "after the effect" do the work first and lose the answer, which is the hardest case for a tool.</summary>
public abstract record Fault
{
    internal abstract Task Strike(FaultScene scene);

    public sealed record Latency(TimeSpan By, bool AfterEffect = false) : Fault
    {
        internal override async Task Strike(FaultScene scene)
        {
            // Real time, because the tool's timeout that this is for runs in real time too.
            var answer = AfterEffect ? await scene.HoldAnswer() : null;
            await Task.Delay(By, scene.Http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (scene.Http.RequestAborted.IsCancellationRequested)
                return;
            await (answer is null ? scene.Continue() : scene.Send(answer));
        }
    }

    public sealed record TooManyRequests(TimeSpan? RetryAfter = null, bool AsDate = false) : Fault
    {
        internal override Task Strike(FaultScene scene)
        {
            // The tool may compare the two dates, so both are by this LMS's clock.
            scene.Http.Response.Headers.Date = scene.Lms.Clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
            if (RetryAfter is { } wait)
                scene.Http.Response.Headers.RetryAfter = AsDate
                    ? (scene.Lms.Clock.GetUtcNow() + wait).ToString("R", CultureInfo.InvariantCulture)
                    : Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return scene.Answer(StatusCodes.Status429TooManyRequests, "text/plain", "Too many requests");
        }
    }

    public sealed record Status(int Code, string Words = "The LMS is down for maintenance.") : Fault
    {
        internal override Task Strike(FaultScene scene) => scene.Answer(Code, "text/html", $"<h1>{Code}</h1><p>{Words}</p>");
    }

    /// <summary>All access tokens become worthless, this request's included, so it is answered 401.</summary>
    public sealed record TokensRevoked : Fault
    {
        internal override Task Strike(FaultScene scene)
        {
            scene.Lms.Tokens.RevokeAll();
            return scene.Continue();
        }
    }

    public sealed record ConnectionReset(bool AfterEffect = false) : Fault
    {
        internal override async Task Strike(FaultScene scene)
        {
            if (AfterEffect)
                await scene.HoldAnswer();
            scene.Http.Abort();
        }
    }

    public sealed record WrongContentType(string MediaType = "text/html") : Fault
    {
        internal override async Task Strike(FaultScene scene)
        {
            var answer = await scene.HoldAnswer();
            scene.Http.Response.ContentType = MediaType;
            await scene.Send(answer);
        }
    }

    public sealed record EndlessBody : Fault
    {
        internal override async Task Strike(FaultScene scene)
        {
            scene.Http.Response.ContentType = "application/json";
            await scene.Http.Response.WriteAsync("[");
            var chunk = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("{\"id\":\"x\"},", 5_000)));
            while (!scene.Http.RequestAborted.IsCancellationRequested)
                await scene.Http.Response.Body.WriteAsync(chunk);
        }
    }

    public sealed record TruncatedJson : Fault
    {
        internal override async Task Strike(FaultScene scene)
        {
            var answer = await scene.HoldAnswer();
            await scene.Send(answer[..(answer.Length / 2)]);
        }
    }

    /// <summary>The teacher has deleted the column that this request is about.</summary>
    public sealed record ColumnDeleted : Fault
    {
        internal override Task Strike(FaultScene scene)
        {
            if (scene.Http.Request.RouteValues["item"] is string column)
                scene.Lms.DeleteColumn(column);
            return scene.Continue();
        }
    }

    public sealed record Redirect(string To, int Code = StatusCodes.Status307TemporaryRedirect) : Fault
    {
        internal override Task Strike(FaultScene scene)
        {
            scene.Http.Response.Headers.Location = To;
            return scene.Answer(Code, "text/plain", "");
        }
    }

    public sealed record KeysRotated(bool KeepOld = false) : Fault
    {
        internal override Task Strike(FaultScene scene)
        {
            scene.Lms.Keys.Rotate(KeepOld);
            return scene.Continue();
        }
    }
}
