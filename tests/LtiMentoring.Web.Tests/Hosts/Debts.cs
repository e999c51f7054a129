using LtiMentoring.SampleLms.Gradebook;
using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Tests.Hosts;

/// <summary>What a mentor's completions are owed to, and what became of it.</summary>
static class Debts
{
    public static Task<List<Receipt>> ReceiptsAsync(this LmsStage stage, string mentor) => stage.InDistrictAsync((_, db) => (
        from receipt in db.Receipts
        join person in db.People on receipt.PersonId equals person.Id
        where person.Subject == mentor
        orderby receipt.Id
        select receipt).AsNoTracking().ToListAsync());

    public static async Task<Receipt> ReceiptAsync(this LmsStage stage, string mentor) => Assert.Single(await stage.ReceiptsAsync(mentor));

    /// <summary>The mentor's receipt once it has been tried so many times and nobody holds it.</summary>
    public static Task<Receipt> TriedAsync(this LmsStage stage, string mentor, int tries = 1) => Eventually.GetAsync(
        () => stage.ReceiptAsync(mentor), receipt => receipt.Tries >= tries && receipt.LeaseOwner is null);

    /// <summary>All of the mentor's receipts once the gradebook has accepted them.</summary>
    public static Task<List<Receipt>> AcceptedAsync(this LmsStage stage, string mentor) => Eventually.GetAsync(
        () => stage.ReceiptsAsync(mentor), receipts => receipts.Count > 0 && receipts.All(receipt => receipt.State == ReceiptState.Accepted));

    /// <summary>What the tool posted about this mentor, with the LMS's answers.</summary>
    public static List<PostedScore> ScoresOf(this LmsStage stage, string mentor) =>
        [.. stage.Lms.Scores.Where(score => score.Message?.UserId == mentor)];
}
