using System.Text.Json.Nodes;
using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Tests.Launch;

/// <summary>What came of a launch: who, at which place, for what, in which language. What is not told is left out.</summary>
static class LaunchOutcome
{
    /// <summary>What comes of a good launch of a student.</summary>
    public static JsonObject Good => new()
    {
        ["person"] = new JsonObject { ["subject"] = "user-7", ["name"] = "Renata Okafor", ["givenName"] = "Renata" },
        ["link"] = new JsonObject { ["id"] = "link-1", ["title"] = "Orientation", ["context"] = "course-1" },
        ["purpose"] = "Course",
        ["language"] = "en-US",
    };

    /// <summary>What is in the database after the first launch.</summary>
    public static async Task<JsonObject> ReadAsync(MentoringDb db)
    {
        var session = await db.Sessions.IgnoreQueryFilters().SingleAsync();
        var person = await db.People.IgnoreQueryFilters().SingleAsync();
        var link = await db.PlacedLinks.IgnoreQueryFilters().SingleOrDefaultAsync();
        Assert.Equal((person.Id, link?.Id), (session.PersonId, session.PlacedLinkId));
        var outcome = new JsonObject
        {
            ["person"] = new JsonObject { ["subject"] = person.Subject, ["name"] = person.Name, ["givenName"] = person.GivenName, ["isTest"] = person.IsTest ? true : null },
            ["link"] = link is null ? null : new JsonObject
            {
                ["id"] = link.ResourceLinkId, ["title"] = link.Title, ["context"] = link.ContextId, ["module"] = link.ModuleId,
                ["scopes"] = link.Scopes, ["lineItems"] = link.LineItems, ["lineItem"] = link.LineItem,
            },
            ["purpose"] = session.Purpose.ToString(),
            ["request"] = session.Purpose == SessionPurpose.Place ? Wanted(PlaceRequest.Read(session.Request!)) : session.Request,
            ["language"] = session.Language,
        };
        return Told(outcome);
    }

    static JsonObject Wanted(PlaceRequest request) => new()
    {
        ["deployment"] = request.DeploymentId, ["returnUrl"] = request.Settings.ReturnUrl, ["types"] = new JsonArray([.. request.Settings.AcceptTypes]),
        ["several"] = request.Settings.AcceptMultiple, ["columns"] = request.Settings.AcceptLineItem, ["data"] = request.Settings.Data,
    };

    static JsonObject Told(JsonObject all)
    {
        foreach (var (name, value) in all.ToList())
            if (value is null)
                all.Remove(name);
            else if (value is JsonObject nested)
                Told(nested);
        return all;
    }
}
