using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kinora.Server.Tests.Models;

/// <summary>The worked example of docs/guides/http-api.md and the override of settings.md are true.</summary>
public sealed partial class GuideTests
{
    [Fact]
    public async Task Worked_example_shows_the_prices_there_are_and_works_out_as_a_quote_does()
    {
        var guide = await File.ReadAllTextAsync(Repository.Path("docs", "guides", "http-api.md"), TestContext.Current.CancellationToken);
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        var shown = Block().Matches(guide).Select(match => JsonNode.Parse(match.Value)!).ToArray();
        shown.Length.ShouldBe(2);
        foreach (var (prices, id, mode) in new[] { (shown[0], "seedance-2.5", "reference-to-video"), (shown[1], "grok-imagine", "text-to-video") })
        {
            var real = (await client.GetJsonAsync("/api/models/" + id)).List("modes").First(one => one.Text("mode") == mode)["prices"]!;
            prices.ToJsonString().ShouldBe(real.ToJsonString());
        }

        var rows = Row().Matches(guide);
        rows.Count.ShouldBe(4);
        foreach (var row in rows.AsEnumerable())
            (await client.PostAsync("/api/quotes", row.Groups["form"].Value)).Body.Number("credits").ShouldBe(long.Parse(row.Groups["credits"].Value), row.Value);
    }

    [Fact]
    public async Task Override_that_is_shown_can_be_used()
    {
        var guide = await File.ReadAllTextAsync(Repository.Path("docs", "guides", "settings.md"), TestContext.Current.CancellationToken);
        var changes = guide[(guide.IndexOf("```json", StringComparison.Ordinal) + 7)..];
        await using var server = await TestServer.StartAsync(options =>
        {
            File.WriteAllText(Path.Combine(options.DataFolder, "catalog.override.json"), changes[..changes.IndexOf("```", StringComparison.Ordinal)]);
            return options;
        });
        using var client = server.CreateClient();
        var models = (await client.GetJsonAsync("/api/models")).List("items").ToArray();
        (models[0].Text("id"), models[0].Text("badge")).ShouldBe(("kling-2.6", "CORE"));
        models.Select(model => model.Text("id")).ShouldNotContain("luma-modify");
        var (_, quote) = await client.PostAsync("/api/quotes", """{"model":"kling-2.6","mode":"text-to-video","prompt":"A fox","duration":5}""");
        (quote.Number("credits"), quote["usd"]!.GetValue<decimal>()).ShouldBe((100, 1m));
    }

    [GeneratedRegex(@"(?<=```json\n)\[\n.*?\n\](?=\n```)", RegexOptions.Singleline, 1000)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\| `(?<form>\{""model"".*?\})` \|.*\| (?<credits>\d+) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
