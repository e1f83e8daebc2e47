using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Kinora.Server.Tests.Models;

public sealed class ModelTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Models_come_in_order_with_all_that_a_form_needs_and_without_the_hidden_ones()
    {
        using var client = shared.CreateClient();
        var models = (await client.GetJsonAsync("/api/models"))["items"]!.AsArray();
        models.Select(m => m!.Text("family")).Distinct().Take(5).ShouldBe(["veo", "sora", "kling", "grok", "wan"]);
        models.Select(m => m!["order"]!.GetValue<decimal>()).ShouldBeInOrder();
        models.Select(m => m!.Text("id")).ShouldNotContain("veo-3.1-jobs");
        foreach (var model in models)
        {
            model!["gradient"]!.AsArray().Count.ShouldBe(3);
            model["categories"]!.AsArray().ShouldNotBeEmpty();
            model.Text("bestFor").ShouldNotBeEmpty();
            model.Number("fromCredits").ShouldBeGreaterThan(0);
            model["modes"]!.AsArray().ShouldNotBeEmpty();
            model["modes"]!.AsArray().ShouldAllBe(mode => mode!["controls"]!.AsArray().Count > 0 && mode["prices"]!.AsArray().Count > 0);
        }
    }

    [Theory]
    [InlineData("kling-2.6", "kling-2.6")]
    [InlineData("KLING-2.6", "kling-2.6")]
    [InlineData("kling-2.5-turbo", "kling-2.5")]
    [InlineData("veo3_fast", "veo-3.1-fast")]
    [InlineData("veo-3.1-jobs", "veo-3.1-jobs")]
    [InlineData("kling-2.6/text-to-video", "kling-2.6")]
    [InlineData("kling-2.6%2Ftext-to-video", "kling-2.6")]
    [InlineData("kling-2.6%2ftext-to-video", "kling-2.6")]
    [InlineData("kling/v1-avatar-standard", "kling-avatar")]
    public async Task Model_is_found_by_any_of_its_names(string name, string id)
    {
        using var client = shared.CreateClient();
        (await client.GetJsonAsync("/api/models/" + name)).Text("id").ShouldBe(id);
        (await client.GetJsonAsync($"/api/models/{name}/schema")).Text("$schema").ShouldBe("https://json-schema.org/draft/2020-12/schema");
    }

    [Theory]
    [InlineData("kling-26", "kling-2.6")]
    [InlineData("kling-2.6%2Ftext-to-vidoe", "kling-2.6/text-to-video")]
    [InlineData("kling-2.6/text-to-vidoe", "kling-2.6/text-to-video")]
    [InlineData("wan/2-5-speech-to-video", "wan/2-2-a14b-speech-to-video-turbo")]
    public async Task Unknown_model_is_told_what_may_have_been_meant_or_took_its_place(string name, string near)
    {
        using var client = shared.CreateClient();
        foreach (var path in new[] { "/api/models/" + name, $"/api/models/{name}/schema" })
        {
            using var answer = await client.GetAsync(path, Stop);
            var problem = await answer.ShouldBeProblemAsync(HttpStatusCode.NotFound, "unknown_model");
            problem.Text("detail").ShouldContain(near);
            problem["errors"]![0]!["allowed"]!.AsArray().Select(one => one!.GetValue<string>()).ShouldContain(near);
        }
    }

    [Fact]
    public async Task Schema_of_a_variant_takes_its_own_names_and_modes_alone()
    {
        using var client = shared.CreateClient();
        var product = await client.GetJsonAsync("/api/models/kling-2.6/schema");
        var variant = await client.GetJsonAsync("/api/models/kling-2.6/text-to-video/schema");
        JsonObject Form(string model, string mode) => new() { ["model"] = model, ["mode"] = mode, ["prompt"] = "A fox", ["duration"] = 5, ["sound"] = false };
        SchemaValidator.Takes(product, Form("kling-2.6", "text-to-video")).ShouldBeTrue();
        SchemaValidator.Takes(product, Form("kling-2.6/text-to-video", "text-to-video")).ShouldBeFalse();
        SchemaValidator.Takes(variant, Form("kling-2.6/text-to-video", "text-to-video")).ShouldBeTrue();
        SchemaValidator.Takes(variant, Form("kling-2.6/text-to-video", "image-to-video")).ShouldBeFalse();
        variant["additionalProperties"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Theory]
    [InlineData("/api/models")]
    [InlineData("/api/models?mode=extend")]
    [InlineData("/api/models/kling-2.6")]
    [InlineData("/api/models/kling-2.6/schema")]
    public async Task Answer_that_did_not_change_is_not_sent_again(string path)
    {
        using var client = shared.CreateClient();
        using var first = await client.GetAsync(path, Stop);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        first.Headers.CacheControl!.NoCache.ShouldBeTrue();
        first.Headers.Vary.ShouldContain("Accept-Language");
        client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await client.GetAsync(path, Stop);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await second.Content.ReadAsByteArrayAsync(Stop)).ShouldBeEmpty();
        second.Headers.ETag.ShouldBe(first.Headers.ETag);

        using var other = await client.GetAsync("/api/models?mode=upscale", Stop);
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task List_comes_compressed_to_who_can_read_it_and_is_known_again_by_the_same_tag()
    {
        using var client = shared.CreateClient();
        var plain = await client.GetByteArrayAsync("/api/models", Stop);
        client.DefaultRequestHeaders.AcceptEncoding.Add(new("br"));
        using var small = await client.GetAsync("/api/models", Stop);
        small.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        small.Headers.Vary.ShouldContain("Accept-Encoding");
        var sent = await small.Content.ReadAsByteArrayAsync(Stop);
        sent.Length.ShouldBeLessThan(plain.Length / 5);
        using var opened = new BrotliStream(new MemoryStream(sent), CompressionMode.Decompress);
        using var read = new MemoryStream();
        await opened.CopyToAsync(read, Stop);
        read.ToArray().ShouldBe(plain);

        client.DefaultRequestHeaders.IfNoneMatch.Add(small.Headers.ETag!);
        (await client.GetAsync("/api/models", Stop)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        using var account = await client.GetAsync("/api/account", Stop);
        account.Content.Headers.ContentEncoding.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", null, "en")]
    [InlineData("", "ru", "ru")]
    [InlineData("", "ru-RU, en;q=0.9", "ru")]
    [InlineData("", "fr, ru;q=0.5", "ru")]
    [InlineData("", "en-GB, ru;q=0.9", "en")]
    [InlineData("", "ru;q=0, en;q=0.1", "en")]
    [InlineData("", "fr, *;q=0.1", "en")]
    [InlineData("?lang=ru", "en", "ru")]
    [InlineData("?lang=en", "ru", "en")]
    [InlineData("?lang=xx", "ru", "ru")]
    public async Task Words_come_in_the_language_that_is_asked_for(string query, string? accepted, string language)
    {
        using var client = shared.CreateClient();
        if (accepted is not null) client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", accepted);
        foreach (var path in new[] { "/api/models", "/api/models/kling-2.6" })
        {
            using var answer = await client.GetAsync(path + query, Stop);
            answer.Content.Headers.ContentLanguage.ShouldBe([language]);
            var body = await answer.JsonAsync();
            var model = body["items"] is JsonArray items ? items.Single(one => one!.Text("id") == "kling-2.6")! : body;
            model.Text("summary").Any(letter => letter is >= 'а' and <= 'я').ShouldBe(language == "ru");
            model.Text("bestFor").Any(letter => letter is >= 'а' and <= 'я').ShouldBe(language == "ru");
        }
    }

    [Fact]
    public async Task Languages_have_tags_of_their_own()
    {
        using var client = shared.CreateClient();
        var tags = new List<EntityTagHeaderValue?>();
        foreach (var path in new[] { "/api/models?lang=en", "/api/models?lang=ru", "/api/models/kling-2.6?lang=en", "/api/models/kling-2.6?lang=ru" })
            tags.Add((await client.GetAsync(path, Stop)).Headers.ETag);
        tags.ShouldAllBe(tag => tag != null);
        tags.ShouldBeUnique();
    }
}
