using Kinora.Core.Credits;
using Kinora.Core.Generations;

namespace Kinora.Core.Tests.Catalog;

/// <summary>How a quote is made of a price, with examples worked out by hand; every published row stands in <see cref="Facts.PriceRowTests"/>.</summary>
public class PlanPriceTests
{
    [Theory]
    [InlineData("veo3_fast", 8, "720p", null, 60, 99)]
    [InlineData("veo3_fast", 8, "1080p", null, 65, 82)]
    [InlineData("veo3", 8, "4k", null, 370, 463)]
    [InlineData("kling-2.6/text-to-video", 5, null, true, 110, 135)]
    [InlineData("kling-2.6/image-to-video", 10, null, false, 110, 210)]
    [InlineData("sora-2-text-to-video", 15, null, null, 30, 450)]
    [InlineData("wan/2-6-text-to-video", 10, "720p", null, 140, 240)]
    [InlineData("wan/2-6-image-to-video", 5, "1080p", null, 104.5, 131)]
    [InlineData("grok-imagine/text-to-video", 7, "480p", null, 16.8, 29)]
    [InlineData("grok-imagine/image-to-video", 12, "720p", null, 54, 68)]
    public void Quote_is_the_retail_price_or_upstream_and_a_quarter_rounded_up(
        string model, int duration, string? resolution, bool? sound, double upstream, long credits)
    {
        var quote = Quote(model, duration, resolution, sound);

        (quote.UpstreamCredits, quote.Credits, quote.Exact).ShouldBe(((decimal)upstream, credits, true));
        quote.Usd.ShouldBe(credits * 0.005m);
        quote.Lines.Sum(line => line.Credits).ShouldBe(credits);
    }

    [Fact]
    public void Quote_never_falls_below_one_credit()
    {
        using var family = new MadeUpFamily();
        family.Variant["prices"]!["upstream"]![0]!["credits"] = 0;
        family.Load().Plan(new() { Model = "toy", Prompt = "x", Duration = 5 }).Plan!.Quote.Credits.ShouldBe(1);
    }

    [Theory]
    [InlineData("veo3_fast", 8, "720p", null, "8 s at 720p", "8 с, 720p")]
    [InlineData("kling-2.6/text-to-video", 10, null, true, "10 s, with sound", "10 с, со звуком")]
    [InlineData("sora-2-text-to-video", 15, null, null, "15 s", "15 с")]
    public void Line_says_what_is_paid_for(string model, int duration, string? resolution, bool? sound, string label, string inRussian)
    {
        var line = Quote(model, duration, resolution, sound).Lines.ShouldHaveSingleItem();
        (line.Label, line.LabelRu).ShouldBe((label, inRussian));
    }

    private static Quote Quote(string model, int duration, string? resolution, bool? sound)
    {
        var form = new GenerationInput { Model = model, Prompt = "a red panda", Duration = duration, Resolution = resolution, Sound = sound };
        var needsPicture = Shipped.Sandbox.Find(model)!.Modes.All(mode => mode.Variant != model || mode.Mode != "text-to-video");
        var result = Shipped.Sandbox.Plan(needsPicture ? form with { FirstFrame = "asset_1" } : form);
        result.Faults.ShouldBeEmpty();
        return result.Plan!.Quote;
    }
}
