namespace LtiMentoring.Lti.Services;

/// <summary>Follows a list from page to page (RFC 8288; AGS 2.0, section 3.2.4; NRPS 2.0, section 2.4.2).</summary>
static class Pages
{
    /// <summary>
    /// Every page's answer, asked for when the one before was taken. The last one fails when the list could not be read to
    /// its end: a page did not come, it is at another site, the pages go round in a circle, or there are too many.
    /// </summary>
    /// <param name="first">The absolute address of the first page.</param>
    /// <param name="most">How many pages are asked for at most.</param>
    /// <param name="get">Asks for the page at an address.</param>
    public static async IAsyncEnumerable<Answer> FollowAsync(string first, int most, Func<string, Task<Answer>> get)
    {
        var origin = WebAddress.Origin(first);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        for (var page = first; page is not null;)
        {
            if (visited.Count == most || !visited.Add(page))
            {
                yield return Answer.None($"the list goes round in a circle, or has more than {most} pages");
                yield break;
            }
            // Our token goes with the request, so the list may not send it elsewhere.
            if (WebAddress.Origin(page) is var site && site != origin)
            {
                yield return Answer.None($"the next page of the list is at another site: {site}");
                yield break;
            }
            var answer = await get(page);
            yield return answer;
            page = answer.Succeeded ? answer.Next : null;
        }
    }
}
