using System.Text.Json.Nodes;
using Kinora.Testing.Processes;
using static Microsoft.Playwright.Assertions;

namespace Kinora.Studio.Tests;

public sealed class LetterTests(StudioFixture studio)
{
    private const string Mode = "text-to-video";

    [Fact]
    public async Task Prompt_in_letters_that_the_model_does_not_read_is_warned_of_before_it_is_paid()
    {
        var folder = Directory.CreateTempSubdirectory("kinora-catalog-");
        try
        {
            var model = await LendWarningAsync(folder.FullName);
            await using var kinora = await StudioFixture.StartServerAsync(new() { ["KINORA_CATALOG"] = folder.FullName });
            await using var visit = await studio.SignedInAsync(kinora: kinora);
            await visit.ChooseAsync(model);
            await visit.ModeTab(Mode).ClickAsync();
            var notices = visit.Page.GetByTestId("composer-notices");

            await visit.Prompt.FillAsync("Маяк на чёрной скале");
            await Expect(notices).ToContainTextAsync("English prompts only");
            await Expect(visit.Generate).ToBeEnabledAsync();
            await visit.Prompt.FillAsync("A lighthouse on a black rock");
            await Expect(notices).ToBeHiddenAsync();
            visit.ShouldHaveNoComplaints();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A copy of the catalog in which a model that works from words has the warning that another one has; answers its id.</summary>
    private static async Task<string> LendWarningAsync(string folder)
    {
        var stop = TestContext.Current.CancellationToken;
        var files = new Dictionary<string, JsonNode>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Checkout.Folder, "catalog"), "*.json"))
            files[Path.GetFileName(path)] = JsonNode.Parse(await File.ReadAllTextAsync(path, stop))!;
        var variants = (from file in files.Values
                        from model in file["models"] as JsonArray ?? []
                        from variant in model!["variants"] as JsonArray ?? []
                        select (Model: model, Variant: variant!)).ToList();
        var warnings = variants.Select(one => one.Variant["warnings"]).OfType<JsonArray>().First(all => all.Any(one => one!["letters"] is not null));
        var lent = variants.Where(one => one.Variant["warnings"] is null && one.Variant["modes"]!.AsArray().Any(mode => mode!["mode"]!.GetValue<string>() == Mode))
            .First(one => one.Variant["routes"]!.AsArray().All(route => route!["live"] is null));
        lent.Variant["warnings"] = warnings.DeepClone();
        foreach (var (name, content) in files) await File.WriteAllTextAsync(Path.Combine(folder, name), content.ToJsonString(), stop);
        return lent.Model["id"]!.GetValue<string>();
    }
}
