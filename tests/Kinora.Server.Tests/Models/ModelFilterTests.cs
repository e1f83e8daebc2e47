using System.Net;
using System.Text.Json.Nodes;

namespace Kinora.Server.Tests.Models;

public sealed class ModelFilterTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, Func<JsonNode, bool>> Filters => new()
    {
        { "mode=image-to-video", model => Modes(model).Any(mode => mode.Text("mode") == "image-to-video") },
        { "mode=Extend", model => Modes(model).Any(mode => mode.Text("mode") == "extend") },
        { "vendor=kuaishou", model => model.Text("vendor") == "Kuaishou" },
        { "sound=true", model => model.Text("sound") is "always" or "optional" or "kept" },
        { "sound=false", model => model.Text("sound") is "never" or "optional" },
        { "resolution=1080p", model => Modes(model).Any(mode => Offers(mode, "resolution", "1080p")) },
        { "ratio=21:9", model => Modes(model).Any(mode => Offers(mode, "aspectRatio", "21:9")) },
        { "category=avatar", model => model.Texts("categories").Contains("avatar") },
        { "works=true", model => model["available"]!.GetValue<bool>() },
        { "works=FALSE", model => model["health"]!.Text("status") is "down" },
        { "maxCredits=30", model => model.Number("fromCredits") <= 30 },
        { "q=sound%20GOOGLE", model => model.Text("vendor") == "Google" && model.Text("summary").Contains("sound", StringComparison.Ordinal) },
        {
            "mode=image-to-video&resolution=4k",
            model => Modes(model).Any(mode => mode.Text("mode") == "image-to-video" && Offers(mode, "resolution", "4k"))
        },
        { "category=fast&maxCredits=60", model => model.Texts("categories").Contains("fast") && model.Number("fromCredits") <= 60 },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Filter_lists_what_it_says_and_nothing_else(string query, Func<JsonNode, bool> takes)
    {
        using var client = shared.CreateClient();
        var all = (await client.GetJsonAsync("/api/models")).List("items").ToArray();
        var expected = all.Where(takes).Select(model => model.Text("id")).ToArray();
        expected.Length.ShouldBeInRange(1, all.Length - 1);
        (await client.GetJsonAsync("/api/models?" + query)).List("items").Select(model => model.Text("id")).ShouldBe(expected);
    }

    [Fact]
    public async Task Price_that_is_named_is_low_enough_and_one_credit_more_is_not()
    {
        using var client = shared.CreateClient();
        var model = (await client.GetJsonAsync("/api/models")).List("items").First();
        var credits = model.Number("fromCredits");
        (await client.GetJsonAsync($"/api/models?maxCredits={credits}")).List("items").Select(one => one.Text("id")).ShouldContain(model.Text("id"));
        (await client.GetJsonAsync($"/api/models?maxCredits={credits - 1}")).List("items").Select(one => one.Text("id")).ShouldNotContain(model.Text("id"));
    }

    [Theory]
    [InlineData("mode=video-to-opera")]
    [InlineData("vendor=Nobody")]
    [InlineData("sound=maybe")]
    [InlineData("resolution=1p")]
    [InlineData("ratio=0:0")]
    [InlineData("category=")]
    [InlineData("works=perhaps")]
    [InlineData("maxCredits=0")]
    [InlineData("q=no-such-word")]
    public async Task Value_that_nothing_has_lists_nothing(string query)
    {
        using var client = shared.CreateClient();
        (await client.GetJsonAsync("/api/models?" + query)).List("items").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("modes=extend", "modes")]
    [InlineData("aspectRatio=16:9", "aspectRatio")]
    [InlineData("mode=extend&limit=5", "limit")]
    [InlineData("maxCredits=cheap", "maxCredits")]
    public async Task Filter_that_is_unknown_or_no_number_is_refused(string query, string field)
    {
        using var client = shared.CreateClient();
        using var answer = await client.GetAsync("/api/models?" + query, Stop);
        var error = (await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_input"))["errors"]!.AsArray().Single()!;
        error.Text("field").ShouldBe(field);
        if (field != "maxCredits") error.Texts("allowed").ShouldBe(["mode", "vendor", "sound", "resolution", "ratio", "category", "maxCredits", "works", "q", "lang"]);
    }

    private static IEnumerable<JsonNode> Modes(JsonNode model) => model.List("modes");

    private static bool Offers(JsonNode mode, string role, string value) =>
        mode.List("controls").Any(control => control.Text("role") == role && control.Texts("choices").Contains(value));
}
