using Kinora.Core.Credits;
using Kinora.Core.Generations;

namespace Kinora.Core.Tests.Catalog;

/// <summary>Every price row of the provider for these families, and of the founding price list, written by hand.</summary>
public class PlanPriceTests
{
    [Theory]
    [InlineData("veo3_fast", 4, "720p", null, 60, 50)]
    [InlineData("veo3_fast", 6, "720p", null, 60, 75)]
    [InlineData("veo3_fast", 8, "720p", null, 60, 99)]
    [InlineData("veo3_fast", 8, "1080p", null, 65, 82)]
    [InlineData("veo3_fast", 4, "4k", null, 180, 225)]
    [InlineData("veo3", 8, "720p", null, 250, 313)]
    [InlineData("veo3", 8, "1080p", null, 255, 319)]
    [InlineData("veo3", 8, "4k", null, 370, 463)]
    [InlineData("veo3_lite", 8, "720p", null, 30, 38)]
    [InlineData("veo3_lite", 8, "1080p", null, 35, 44)]
    [InlineData("veo3_lite", 8, "4k", null, 150, 188)]
    [InlineData("kling-2.6/text-to-video", 5, null, false, 55, 105)]
    [InlineData("kling-2.6/text-to-video", 10, null, false, 110, 210)]
    [InlineData("kling-2.6/text-to-video", 5, null, true, 110, 135)]
    [InlineData("kling-2.6/text-to-video", 10, null, true, 220, 270)]
    [InlineData("kling-2.6/image-to-video", 5, null, false, 55, 105)]
    [InlineData("kling-2.6/image-to-video", 10, null, false, 110, 210)]
    [InlineData("kling-2.6/image-to-video", 5, null, true, 110, 135)]
    [InlineData("kling-2.6/image-to-video", 10, null, true, 220, 270)]
    [InlineData("sora-2-text-to-video", 10, null, null, 30, 250)]
    [InlineData("sora-2-text-to-video", 15, null, null, 30, 450)]
    [InlineData("sora-2-image-to-video", 10, null, null, 30, 250)]
    [InlineData("sora-2-image-to-video", 15, null, null, 30, 450)]
    [InlineData("sora-2-pro-text-to-video", 10, "720p", null, 150, 250)]
    [InlineData("sora-2-pro-image-to-video", 15, "1080p", null, 150, 450)]
    [InlineData("wan/2-6-text-to-video", 5, "720p", null, 70, 120)]
    [InlineData("wan/2-6-text-to-video", 10, "720p", null, 140, 240)]
    [InlineData("wan/2-6-text-to-video", 15, "720p", null, 209.5, 360)]
    [InlineData("wan/2-6-text-to-video", 5, "1080p", null, 104.5, 131)]
    [InlineData("wan/2-6-text-to-video", 10, "1080p", null, 209.5, 262)]
    [InlineData("wan/2-6-text-to-video", 15, "1080p", null, 315, 394)]
    [InlineData("wan/2-6-image-to-video", 5, "720p", null, 70, 120)]
    [InlineData("wan/2-6-image-to-video", 10, "720p", null, 140, 240)]
    [InlineData("wan/2-6-image-to-video", 15, "720p", null, 209.5, 360)]
    [InlineData("wan/2-6-image-to-video", 5, "1080p", null, 104.5, 131)]
    [InlineData("wan/2-6-image-to-video", 10, "1080p", null, 209.5, 262)]
    [InlineData("wan/2-6-image-to-video", 15, "1080p", null, 315, 394)]
    [InlineData("grok-imagine/text-to-video", 6, "480p", null, 14.4, 25)]
    [InlineData("grok-imagine/text-to-video", 7, "480p", null, 16.8, 29)]
    [InlineData("grok-imagine/text-to-video", 12, "480p", null, 28.8, 45)]
    [InlineData("grok-imagine/text-to-video", 30, "480p", null, 72, 105)]
    [InlineData("grok-imagine/text-to-video", 6, "720p", null, 27, 34)]
    [InlineData("grok-imagine/text-to-video", 6, "1080p", null, 48, 60)]
    [InlineData("grok-imagine/image-to-video", 6, "480p", null, 14.4, 25)]
    [InlineData("grok-imagine/image-to-video", 12, "720p", null, 54, 68)]
    [InlineData("grok-imagine/image-to-video", 30, "1080p", null, 240, 300)]
    [InlineData("grok-imagine-video-1-5-preview", 8, "480p", null, 19.2, 24)]
    [InlineData("grok-imagine-video-1-5-preview", 15, "720p", null, 67.5, 85)]
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
    [InlineData("veo3_fast", 8, "720p", null, "8 s at 720p")]
    [InlineData("kling-2.6/text-to-video", 10, null, true, "10 s, with sound")]
    [InlineData("sora-2-text-to-video", 15, null, null, "15 s")]
    public void Line_says_what_is_paid_for(string model, int duration, string? resolution, bool? sound, string label) =>
        Quote(model, duration, resolution, sound).Lines.ShouldHaveSingleItem().Label.ShouldBe(label);

    private static Quote Quote(string model, int duration, string? resolution, bool? sound)
    {
        var form = new GenerationInput { Model = model, Prompt = "a red panda", Duration = duration, Resolution = resolution, Sound = sound };
        var needsPicture = Shipped.Sandbox.Find(model)!.Modes.All(mode => mode.Variant != model || mode.Mode != "text-to-video");
        var result = Shipped.Sandbox.Plan(needsPicture ? form with { FirstFrame = "asset_1" } : form);
        result.Faults.ShouldBeEmpty();
        return result.Plan!.Quote;
    }
}
