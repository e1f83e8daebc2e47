using System.Net;

namespace Kinora.Server.Tests;

public sealed class QuoteTests
{
    private const string Fox = """{"model":"kling-2.6","prompt":"A red fox","duration":5,"sound":false}""";
    private static readonly string[] House = ["upstreamCredits", "upstreamUsd", "marginUsd", "marginNegative", "upstreamEstimated"];

    [Fact]
    public async Task Administrators_see_what_a_request_costs_the_house_and_others_do_not()
    {
        await using var server = await TestServer.StartAsync();
        using var admin = server.CreateClient();
        var (_, quote) = await admin.PostAsync("/api/quotes", Fox);
        quote.ToJsonString().ShouldBe(
            """{"credits":105,"usd":0.525,"exact":true,"lines":[{"label":"5 s","credits":105}],"warnings":[],"upstreamCredits":55,"upstreamUsd":0.275,"marginUsd":0.250,"marginNegative":false,"upstreamEstimated":false}""");

        using var other = await server.CreateOtherClientAsync();
        var (status, theirs) = await other.PostAsync("/api/quotes", Fox);
        status.ShouldBe(HttpStatusCode.OK);
        theirs.Number("credits").ShouldBe(105);
        theirs.AsObject().Select(one => one.Key).Intersect(House).ShouldBeEmpty();

        var (_, generation) = await admin.PostAsync("/api/generate/video", Fox);
        generation["quote"]!.AsObject().Select(one => one.Key).Intersect(House).ShouldBeEmpty();
    }

    [Fact]
    public async Task Loss_is_flagged_and_an_unpublished_price_called_a_guess()
    {
        await using var server = await TestServer.StartAsync(
            options => WithOverride(options, """{"models":{"kling-2.6":{"prices":{"kling-2.6/text-to-video":{"upstream":[{"when":{},"credits":300,"per":"video","estimate":true,"source":"kinora"}]}}}}}"""));
        using var client = server.CreateClient();
        var (status, quote) = await client.PostAsync("/api/quotes", Fox);
        status.ShouldBe(HttpStatusCode.OK, quote.ToJsonString());
        quote.Number("credits").ShouldBe(105);
        (quote["marginUsd"]!.GetValue<decimal>(), quote["marginNegative"]!.GetValue<bool>(), quote["upstreamEstimated"]!.GetValue<bool>()).ShouldBe((-0.975m, true, true));
    }

    [Fact]
    public async Task Many_are_quoted_or_refused_one_by_one_and_told_what_the_balance_lacks()
    {
        await using var server = await TestServer.StartAsync(options => options with { InitialCredits = 150 });
        using var client = server.CreateClient();
        var (status, batch) = await client.PostAsync("/api/quotes/batch", $$"""{"requests":[{{Fox}},{"model":"kling-2.6","duration":7},{{Fox}},{"model":"no"}]}""");
        status.ShouldBe(HttpStatusCode.OK, batch.ToJsonString());
        var items = batch["items"]!.AsArray();
        items.Select(item => item!["quote"]?.Number("credits")).ShouldBe([105, null, 105, null]);
        items[1]!["errors"]!.AsArray().Select(error => error!.Text("field")).ShouldBe(["prompt", "duration"], ignoreOrder: true);
        items[0]!.AsObject().ContainsKey("errors").ShouldBeFalse();
        (batch.Number("credits"), batch.Number("available"), batch.Number("lacking"), batch["exact"]!.GetValue<bool>()).ShouldBe((210, 150, 60, true));
        items[0]!["quote"]!["upstreamCredits"].ShouldNotBeNull("the owner sees it");
        (await client.PostAsync("/api/quotes/batch", $$"""{"requests":[{{Fox}}]}""")).Body.Number("lacking").ShouldBe(0);
        foreach (var (body, field) in new[] { ("[]", "requests"), ("[null]", "requests[0]"), ("[{}]", "requests[0].model"), ("5", "requests") })
            (await client.PostAsync("/api/quotes/batch", $$"""{"requests":{{body}}}""")).Body["errors"]![0]!.Text("field").ShouldBe(field);
        (await client.PostAsync("/api/quotes/batch", $$"""{"requests":[{{string.Join(',', Enumerable.Repeat(Fox, 101))}}]}""")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Upper_bound_says_why_it_is_one()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        const string Motion = """{"model":"kling-2.6-motion-control","prompt":"x","firstFrame":"asset_0","motionVideo":"asset_1","characterOrientation":"image"}""";
        var (_, quote) = await client.PostAsync("/api/quotes", Motion);
        quote["exact"]!.GetValue<bool>().ShouldBeFalse(quote.ToJsonString());
        quote.Text("boundReason").ShouldContain("motionVideo");
        (await client.PostAsync("/api/quotes?lang=ru", Motion)).Body.Text("boundReason").ShouldContain("видео с движением");
        var (_, exact) = await client.PostAsync("/api/quotes?lang=ru", Fox);
        exact["lines"]![0]!.Text("label").ShouldBe("5 с");
        exact.AsObject().ContainsKey("boundReason").ShouldBeFalse();
    }

    [Theory]
    [InlineData(null, "", "Not Л, и, с, please.")]
    [InlineData("ru", "", "Только не Л, и, с.")]
    [InlineData("en", "?lang=ru", "Только не Л, и, с.")]
    public async Task Warning_comes_in_the_callers_language_with_the_quote_and_with_the_acceptance(string? accepted, string query, string text)
    {
        await using var server = await TestServer.StartAsync(options => options with { CatalogFolder = ToyCatalog.WriteTo(Path.Combine(options.DataFolder, "toys")) });
        using var client = server.CreateClient();
        if (accepted is not null) client.DefaultRequestHeaders.Add("Accept-Language", accepted);
        foreach (var path in new[] { "/api/quotes", "/api/generate/video" })
        {
            var (_, answer) = await client.PostAsync(path + query, """{"model":"toy","prompt":"Лис"}""");
            var warning = answer["warnings"]!.AsArray().ShouldHaveSingleItem()!;
            (warning.Text("field"), warning.Text("text")).ShouldBe(("prompt", text));
        }

        (await client.PostAsync("/api/quotes", """{"model":"toy","prompt":"A fox"}""")).Body["warnings"]!.AsArray().ShouldBeEmpty();
        var id = (await client.GetJsonAsync("/api/generations"))["items"]![0]!.Text("id");
        (await client.PostAsync($"/api/generations/{id}/again{query}", "")).Body["warnings"]!.AsArray().ShouldHaveSingleItem()!.Text("text").ShouldBe(text);
    }

    private static KinoraOptions WithOverride(KinoraOptions options, string changes)
    {
        File.WriteAllText(Path.Combine(options.DataFolder, "catalog.override.json"), changes);
        return options;
    }
}
