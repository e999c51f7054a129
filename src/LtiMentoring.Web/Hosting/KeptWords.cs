using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Hosting;

/// <summary>
/// Keeps what somebody wrote into a form and did not send: because the session had ended, or because they went elsewhere on the
/// page. It waits as a draft of that person's, and stands in the form again when the page is opened.
/// </summary>
public sealed class KeptWords(MentoringDb db, TimeProvider clock)
{
    /// <summary>Only these fields hold words; a form also posts tokens and button names.</summary>
    public const string FieldPrefix = "words.";

    /// <summary>A form that has this field is never kept: what it holds must not stand beside anybody's name.</summary>
    public const string NotKept = "not-kept";

    const int MostFields = 40;

    /// <summary>Set on the request when something was kept, so that the page can say so.</summary>
    public static readonly object WereKept = new();

    public Task KeepAsync(OpenSession session, HttpRequest request, CancellationToken cancel) => KeepAsync(session, request, request.Path, cancel);

    /// <param name="session">Whose words they are.</param>
    /// <param name="request">What was posted.</param>
    /// <param name="page">The page whose form it is.</param>
    /// <param name="cancel">Gives it up.</param>
    public async Task KeepAsync(OpenSession session, HttpRequest request, string page, CancellationToken cancel)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || session.Row.Role != Role.Mentor || session.Person.IsNobody)
            return;
        var form = await request.ReadFormAsync(cancel);
        if (form.ContainsKey(NotKept))
            return;
        var fields = form.Where(field => field.Key.StartsWith(FieldPrefix, StringComparison.Ordinal) && field.Key.Length <= 300).Take(MostFields)
            .ToLookup(field => string.IsNullOrWhiteSpace(field.Value), field => (field.Key, Text: Writings.Clean(field.Value.ToString())));
        if (fields.Count == 0)
            return;
        await db.WriteAsync(async () =>
        {
            foreach (var (field, text) in fields[false])
                await PutAsync(session, page, field, text, cancel);
            // What was kept before and is emptied now stays empty.
            var emptied = fields[true].Select(field => field.Key).ToList();
            await db.Drafts.Where(draft => draft.PersonId == session.Person.Id && draft.Page == page && emptied.Contains(draft.Field))
                .ExecuteUpdateAsync(set => set.SetProperty(draft => draft.Text, ""), cancel);
        }, cancel);
        if (fields.Contains(false))
            request.HttpContext.Items[WereKept] = true;
    }

    async Task PutAsync(OpenSession session, string page, string field, string text, CancellationToken cancel)
    {
        var draft = await db.Drafts.FindAsync([session.Person.Id, page, field], cancel);
        if (draft is null)
            db.Drafts.Add(draft = new Draft
            {
                DistrictId = session.District.Id, PersonId = session.Person.Id, Page = page, Field = field, Text = text, KeptAt = default,
            });
        (draft.Text, draft.KeptAt) = (text, clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>The person's kept words for a page, by field.</summary>
    public Task<Dictionary<string, string>> ForPageAsync(Guid personId, string page, CancellationToken cancel) =>
        db.Drafts.Where(draft => draft.PersonId == personId && draft.Page == page)
            .ToDictionaryAsync(draft => draft.Field, draft => draft.Text, cancel);

    /// <summary>Forgets them once the page's form was saved. Belongs into the transaction that saves it.</summary>
    public Task ForgetAsync(Guid personId, string page, CancellationToken cancel) =>
        db.Drafts.Where(draft => draft.PersonId == personId && draft.Page == page).ExecuteDeleteAsync(cancel);
}
