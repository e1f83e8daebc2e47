using System.Text.Json.Nodes;

namespace Kinora.Core.Tests.Catalog;

public class CatalogLoadTests
{
    [Fact]
    public void Shipped_catalog_loads_for_the_sandbox_and_live()
    {
        Shipped.Sandbox.Models.Select(model => model.Id).ShouldBe(Shipped.Live.Models.Select(model => model.Id));
        Shipped.Sandbox.Models.Select(model => model.Family).Distinct().ShouldBe([
            "veo", "sora", "kling", "grok", "wan", "seedance", "hailuo", "runway", "luma", "minimax", "happyhorse", "pixverse", "gemini", "omnihuman",
            "infinitalk", "topaz", "volcengine", "replicate-kling"]);
        Shipped.Sandbox.Models.ShouldAllBe(model => model.IsAvailable);
    }

    [Fact]
    public void Paused_route_makes_its_product_unavailable_on_live_only()
    {
        Shipped.Live.Models.Where(model => !model.IsAvailable && !model.Hidden).Select(model => model.Id)
            .ShouldBe(["sora-2", "sora-2-pro", "sora-2-storyboard", "luma-modify"]);
        Shipped.Live.Find("sora-2")!.UnavailableReason.ShouldNotBeNull().ShouldContain("temporarily paused");
    }

    [Fact]
    public void Gradients_tell_the_models_apart() =>
        Shipped.Sandbox.Models.Select(model => string.Join(',', model.Gradient)).ShouldBeUnique();

    [Theory]
    [InlineData("kling-2.6", 1800)]
    [InlineData("sora-2", 2100)]
    public void Patience_is_ten_times_the_typical_time_and_at_least_half_an_hour(string id, int seconds) =>
        Shipped.Sandbox.Find(id)!.Patience.ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("veo-3.1-fast", "FAST", "always", 50)]
    [InlineData("veo-3.1-quality", "ULTRA", "always", 313)]
    [InlineData("veo-3.1-lite", null, "always", 38)]
    [InlineData("kling-2.6", "CORE", "optional", 105)]
    [InlineData("sora-2", "PRO", "always", 250)]
    [InlineData("wan-2.6", "CORE", "always", 120)]
    [InlineData("grok-imagine", "NEW", "always", 25)]
    [InlineData("grok-imagine-1.5", null, "always", 3)]
    public void Card_shows_badge_sound_and_the_cheapest_price(string id, string? badge, string sound, long from)
    {
        var model = Shipped.Sandbox.Find(id)!;
        (model.Badge, model.Sound, model.FromCredits).ShouldBe((badge, sound, from));
    }

    [Fact]
    public void Every_field_of_the_schema_is_described()
    {
        var schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Shipped.Folder, "model.schema.json")))!;
        Undescribed(schema, "$").ShouldBeEmpty();
    }

    private static IEnumerable<string> Undescribed(JsonNode? schema, string path)
    {
        if (schema is not JsonObject fields) return [];
        var named = new[] { "properties", "$defs" }.SelectMany(group => fields[group] as JsonObject ?? []);
        return named.Where(one => one.Value!["description"] is null).Select(one => $"{path}.{one.Key}")
            .Concat(named.SelectMany(one => Undescribed(one.Value, $"{path}.{one.Key}")));
    }
}
