using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;

namespace LtiMentoring.Web.Complete;

/// <summary>What became of the message to the gradebook, in a sentence.</summary>
static class GradebookWords
{
    public static string Of(Reported row, DistrictTime time) => row switch
    {
        { HasGradebook: false } => CompleteWords.GradebookNone,
        { Receipt: null } => CompleteWords.GradebookNothing,
        { Receipt: { State: ReceiptState.Accepted, AnsweredAt: { } at } } => WithOneStop(CompleteWords.GradebookAccepted.With(time.DateAndTime(at))),
        { Receipt.State: ReceiptState.WaitsForLaunch } => CompleteWords.GradebookReopen,
        { Receipt.State: ReceiptState.NeedsPerson } => CompleteWords.GradebookPerson,
        _ => CompleteWords.GradebookWaiting,
    };

    // In Spanish the time itself ends with a stop: "7:13 p. m."
    static string WithOneStop(string sentence) => sentence.Replace("..", ".", StringComparison.Ordinal);
}
