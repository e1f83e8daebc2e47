using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kinora.Studio.Tests;

public sealed class ReferenceTests(StudioFixture studio)
{
    [Fact]
    public async Task Reference_shows_what_the_server_describes()
    {
        await using var visit = await studio.VisitAsync();
        await visit.Page.GotoAsync("/docs/api");

        // The script reads and draws all of it first.
        var patience = new LocatorAssertionsToBeVisibleOptions { Timeout = 60_000 };
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Kinora", Exact = true })).ToBeVisibleAsync(patience);
        await Expect(visit.Page.GetByText("/api/generate/video").First).ToBeVisibleAsync(patience);

        // The policy keeps the script from evaluating strings, and it does without; it is stricter about descriptions than OpenAPI is.
        foreach (var known in (string[])["unsafe-eval", "script-src", "document validation errors", "[Object"]) visit.Forgive(known);
        visit.ShouldHaveNoComplaints();
    }
}
