using Kinora.Testing.Processes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kinora.Studio.Tests;

public sealed class ReloadTests(StudioFixture studio)
{
    private const string Busy = "The queue is full", Declined = "declined the prompt";

    [Fact]
    public async Task Feed_and_page_tell_the_truth_after_a_reload_in_each_phase()
    {
        await using var kinora = await StudioFixture.StartServerAsync(new() { ["KINORA_SANDBOX_SPEED"] = "0" });
        using var api = new Api(kinora);
        var phases = await PhasesAsync(kinora, api);
        await using var visit = await studio.SignedInAsync(kinora: kinora);

        foreach (var reload in (bool[])[false, true])
        {
            if (reload) await visit.Page.ReloadAsync();
            foreach (var phase in phases) await SeeAsync(visit.Take(phase.Id), phase.Status, phase.OnCard);
        }

        foreach (var phase in phases)
        {
            await visit.Page.GotoAsync($"/takes/{phase.Id}");
            foreach (var words in phase.OnPage) await Expect(visit.Page.Locator("body")).ToContainTextAsync(words);
            (await api.GetAsync($"/api/generations/{phase.Id}"))["status"]!.GetValue<string>().ShouldBe(phase.Status);
        }

        visit.ShouldHaveNoComplaints();
    }

    private static async Task SeeAsync(ILocator card, string status, string[] words)
    {
        await Expect(card).ToHaveAttributeAsync("data-status", status);
        foreach (var each in words) await Expect(card).ToContainTextAsync(each);
    }

    /// <summary>One take in each phase, which stays in it.</summary>
    private static async Task<IReadOnlyList<Phase>> PhasesAsync(KinoraProcess kinora, Api api)
    {
        var succeeded = await api.GenerateAsync("A quiet pond");
        var failed = await api.GenerateAsync("[[moderated]] A crowd");
        var waiting = await api.GenerateAsync($"[[refuse:429:{Busy}]] A market");
        var running = await api.GenerateAsync("[[stuck]] A glacier");
        var unheard = await api.GenerateAsync("[[lost-answer]] [[no-callback]] A well");
        await api.UntilAsync(succeeded, "succeeded");
        await api.UntilAsync(failed, "failed");
        await api.UntilAsync(waiting, take => take["waiting"] is not null, "waiting");
        await api.UntilAsync(running, "running");
        await api.UntilAsync(unheard, take => take["history"]!.AsArray().Any(entry => entry!["cause"]?.GetValue<string>() == "answer_lost"), "without an answer");
        Break(kinora);
        var collecting = await api.GenerateAsync("A cellar");
        await api.UntilAsync(collecting, "collecting");
        var account = (await api.GetAsync("/api/account"))["id"]!.GetValue<string>();
        await api.PatchAsync($"/api/admin/accounts/{account}", new { maxConcurrent = 1 });
        var queued = await api.GenerateAsync("A station");
        var canceled = await api.GenerateAsync("A ferry");
        await api.PostAsync($"/api/generations/{canceled}/cancel");
        return
        [
            new(succeeded, "succeeded", [], ["Download", "You paid"]),
            new(failed, "failed", [Declined, "Not charged"], [Declined, "Not charged"]),
            new(waiting, "queued", ["Queued", Busy], ["Queued", Busy]),
            new(running, "running", ["Rendering", "elapsed"], ["Rendering", "elapsed"]),
            new(unheard, "submitting", ["Outcome unknown"], ["Outcome unknown"]),
            new(collecting, "collecting", ["Storing"], ["Storing"]),
            new(queued, "queued", ["Queued", "In line"], ["Queued", "Cancel"]),
            new(canceled, "canceled", ["Canceled"], ["canceled", "Not charged"]),
        ];
    }

    /// <summary>From now on no video can be stored: where files are made is no folder.</summary>
    private static void Break(KinoraProcess kinora)
    {
        var making = Path.Combine(kinora.DataFolder, "assets", "tmp");
        Directory.Delete(making, recursive: true);
        File.WriteAllText(making, "");
    }

    private sealed record Phase(string Id, string Status, string[] OnCard, string[] OnPage);
}
