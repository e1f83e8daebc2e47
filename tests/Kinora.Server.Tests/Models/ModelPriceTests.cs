using System.Net;
using System.Text.Json.Nodes;

namespace Kinora.Server.Tests.Models;

public sealed class ModelPriceTests
{
    private const int MostCases = 100;

    [Fact]
    public async Task Model_alone_tells_which_forms_are_taken_and_what_a_quote_will_say()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        var (priced, refused) = (0, 0);
        var takes = await server.AddTakesAsync(client);
        foreach (var model in await server.EveryModelAsync(client))
        {
            foreach (var mode in model.List("modes"))
            {
                foreach (var form in new FormSamples(model.Text("id"), mode, takes).Cases(MostCases))
                {
                    var expected = new ClientForm(mode, form, takes);
                    var (status, answer) = await client.PostAsync("/api/quotes", form.ToJsonString());
                    var what = $"{form.ToJsonString()} → {answer.ToJsonString()}, broken: {expected.Broken?.ToJsonString()}";
                    if (expected.Broken is null && expected.Credits is { } credits)
                    {
                        status.ShouldBe(HttpStatusCode.OK, what);
                        answer.Number("credits").ShouldBe(credits, what);
                        priced++;
                    }
                    else
                    {
                        status.ShouldBe(HttpStatusCode.BadRequest, what);
                        refused++;
                    }
                }
            }
        }

        priced.ShouldBeGreaterThan(1000);
        refused.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task Model_alone_prices_files_whose_length_is_known()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        using var upload = new ByteArrayContent(Sounds.Wave(seconds: 7)) { Headers = { ContentType = new("audio/wav") } };
        using var uploaded = await client.PostAsync("/api/assets", upload, TestContext.Current.CancellationToken);
        var sound = await uploaded.JsonAsync();
        var mode = (await client.GetJsonAsync("/api/models/infinitalk"))["modes"]![0]!;
        var form = new JsonObject { ["model"] = "infinitalk", ["prompt"] = "A fox", ["firstFrame"] = "asset_0", ["audio"] = sound.Text("id") };

        var (_, quote) = await client.PostAsync("/api/quotes", form.ToJsonString());
        quote["exact"]!.GetValue<bool>().ShouldBeTrue(quote.ToJsonString());
        quote.Number("credits").ShouldBe(new ClientForm(mode, form, lengths: new Dictionary<string, decimal> { [sound.Text("id")] = sound["durationSeconds"]!.Decimal() }).Credits!.Value);

        using var other = await server.CreateOtherClientAsync();
        var (_, theirs) = await other.PostAsync("/api/quotes", form.ToJsonString());
        theirs["exact"]!.GetValue<bool>().ShouldBeFalse();
        theirs.Number("credits").ShouldBe(new ClientForm(mode, form).Credits!.Value);
        theirs.Number("credits").ShouldBeGreaterThan(quote.Number("credits"));
    }

    [Fact]
    public async Task Take_of_which_nothing_is_known_is_priced_as_the_dearest()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        var takes = await server.AddTakesAsync(client);
        foreach (var (id, name, size) in new[] { ("veo-3.1-extend", "extend", (string?)null), ("grok-imagine", "extend", null), ("grok-imagine", "upscale", "1080p") })
        {
            var mode = (await client.GetJsonAsync("/api/models/" + id)).List("modes").First(one => one.Text("mode") == name);
            var forms = new FormSamples(id, mode, takes).Cases(100).Where(form => size is null || form["resolution"].Plain() == size).ToArray();
            forms.Length.ShouldBeGreaterThan(1);
            foreach (var same in forms.GroupBy(form => form["duration"].Plain()))
                new ClientForm(mode, same.First()).Credits.ShouldBe(same.Select(form => new ClientForm(mode, form, takes)).Where(form => form.Broken is null).Max(form => form.Credits));
        }
    }
}
