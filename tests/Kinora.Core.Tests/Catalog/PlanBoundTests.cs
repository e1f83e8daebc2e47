using System.Text.Json.Nodes;
using Kinora.Core.Catalog;
using Kinora.Core.Credits;
using Kinora.Core.Generations;
using Kinora.Core.Media;

namespace Kinora.Core.Tests.Catalog;

public class PlanBoundTests
{
    private static readonly GenerationInput Clip = new() { Model = "", Prompt = "a cat" };

    [Fact]
    public void Length_that_is_not_measured_is_priced_at_the_most_that_is_taken()
    {
        var quote = Planned(Clip with { Model = "infinitalk", FirstFrame = "asset_p", Audio = "https://x.example/a.mp3" }).Quote;
        (quote.UpstreamCredits, quote.Credits, quote.Exact).ShouldBe((45m, 57L, false));
        quote.BoundReason.ShouldBe("The length of audio is measured when the request is made; this is for the most that is taken, 15 s.");
        quote.BoundReasonRu.ShouldBe("Длина измеряется при отправке (звук): это цена за самое большее, 15 с.");
        quote.Meter.ShouldBeNull();
    }

    [Theory]
    [InlineData(3.0, 9)]
    [InlineData(3.2, 12)]
    [InlineData(14.05, 45)]
    [InlineData(15.05, 45)]
    public void Measured_length_is_exact_and_begun_seconds_count(double seconds, int upstream)
    {
        var facts = Facts(("asset_a", Sound(seconds)));
        var quote = Planned(Clip with { Model = "infinitalk", FirstFrame = "asset_p", Audio = "asset_a" }, facts).Quote;
        (quote.UpstreamCredits, quote.Exact, quote.BoundReason).ShouldBe((upstream, true, null));
    }

    [Fact]
    public void Clip_cut_to_the_limit_costs_no_more_than_the_bound_that_was_told_before()
    {
        var form = Clip with { Model = "kling-3.0-omni", ReferenceVideos = ["asset_v"] };
        Planned(form, Facts(("asset_v", Film(15.4)))).Quote.Credits.ShouldBeLessThanOrEqualTo(Planned(form).Quote.Credits);
    }

    [Fact]
    public void Clip_cut_to_what_a_rule_allows_may_measure_a_little_more()
    {
        var form = Clip with { Model = "kling-2.6-motion-control", FirstFrame = "asset_p", MotionVideo = "asset_m", CharacterOrientation = "image" };
        Planned(form, Facts(("asset_m", Film(10.04)))).Quote.Exact.ShouldBeTrue();
        Fault(form, Facts(("asset_m", Film(10.2)))).Field.ShouldBe("motionVideo");
    }

    [Fact]
    public void Motion_clip_is_paid_by_its_second_at_the_shop_price()
    {
        var facts = Facts(("asset_m", Film(12)));
        var form = Clip with { Model = "kling-2.6-motion-control", FirstFrame = "asset_p", MotionVideo = "asset_m" };
        Planned(form, facts).Quote.Credits.ShouldBe(12 * 16);
        Planned(form with { Resolution = "1080p" }, facts).Quote.Credits.ShouldBe(12 * 25);
    }

    [Fact]
    public void File_that_the_model_does_not_take_is_refused_by_its_measures()
    {
        var form = Clip with { Model = "kling-2.6-motion-control", FirstFrame = "asset_p", MotionVideo = "asset_m", CharacterOrientation = "image" };
        Fault(form, Facts(("asset_m", Film(12)))).Message.ShouldContain("10");
        Fault(form, Facts(("asset_m", Film(2)))).Message.ShouldContain("at least 3 s long; this has 2.0 s");
        Fault(form, Facts(("asset_m", Film(9) with { Bytes = 101 << 20 }))).Message.ShouldContain("at most 100 MB; this has 101.0 MB");
        Fault(form, Facts(("asset_m", Sound(9)))).Message.ShouldContain("a video; this is audio/mpeg");
        Fault(form, Facts(("asset_p", Picture(200, 900)))).Field.ShouldBe("firstFrame");
    }

    [Fact]
    public void Length_that_the_model_decides_is_held_at_its_most_and_charged_as_made()
    {
        var quote = Planned(Clip with { Model = "wan-3.0", Duration = -1, Resolution = "720p" }).Quote;
        (quote.UpstreamCredits, quote.Credits, quote.Exact).ShouldBe((480m, 600L, false));
        var meter = quote.Meter.ShouldNotBeNull();
        meter.Charge(quote.Credits, 7.04, null).ShouldBe(140);
        meter.Charge(quote.Credits, 30, null).ShouldBe(600);
        meter.Charge(quote.Credits, 99, null).ShouldBe(600);
        meter.Charge(quote.Credits, 1e9, null).ShouldBe(600);
        meter.Charge(quote.Credits, double.PositiveInfinity, null).ShouldBe(600);
        meter.Charge(quote.Credits, 0, null).ShouldBe(600);
        meter.Charge(quote.Credits, double.NaN, null).ShouldBe(600);
    }

    [Fact]
    public void Tier_that_only_the_bill_knows_is_held_at_its_dearest_and_charged_by_the_bill()
    {
        var quote = Planned(Clip with { Model = "veo-3-1" }).Quote;
        (quote.UpstreamCredits, quote.Credits, quote.Exact).ShouldBe((250m, 313L, false));
        quote.BoundReason!.ShouldContain("lite, fast or quality");
        quote.Meter!.Charge(quote.Credits, 8, upstreamCredits: 60).ShouldBe(75);
        quote.Meter.Charge(quote.Credits, 8, upstreamCredits: null).ShouldBe(313);
        quote.Meter.Charge(quote.Credits, 8, upstreamCredits: 9999).ShouldBe(313);
    }

    [Theory]
    [InlineData("grok-imagine/text-to-video", "480p", 6, 18)]
    [InlineData("grok-imagine/text-to-video", "720p", 10, 57)]
    public void Continued_take_is_priced_by_what_it_is(string variant, string resolution, int seconds, long credits)
    {
        var form = Clip with { Model = "grok-imagine", Mode = "extend", Source = "gen_1", Duration = seconds };
        var quote = Planned(form, new() { Source = new(variant, resolution) }).Quote;
        (quote.Credits, quote.Exact).ShouldBe((credits, true));
        Planned(form).Quote.Exact.ShouldBeFalse();
    }

    [Fact]
    public void Take_of_another_model_is_not_continued() =>
        Fault(Clip with { Model = "veo-3.1-extend", Source = "gen_1" }, new() { Source = new("kling-2.6/text-to-video", null) })
            .Message.ShouldContain("this was made by kling-2.6/text-to-video");

    [Fact]
    public void Pieces_beyond_the_free_ones_are_a_line_of_their_own()
    {
        var quote = Planned(Clip with { Model = "minimax-h3", Resolution = "768p", Duration = 4, References = [.. Enumerable.Range(1, 7).Select(one => $"asset_{one}")] }).Quote;
        quote.UpstreamCredits.ShouldBe((4 * 8) + (2 * 4));
        quote.Lines.Select(line => line.Label).ShouldBe(["4 s at 768p", "references beyond 5"]);
        quote.Lines.Select(line => line.LabelRu).ShouldBe(["4 с, 768p", "референсы сверх 5"]);
        quote.Lines.Sum(line => line.Credits).ShouldBe(quote.Credits);
    }

    [Theory]
    [InlineData("Make it dusk", null)]
    [InlineData("Crème brûlée, naïve", null)]
    [InlineData("Сделай закат", "С, д, е, л, а")]
    public void Prompt_in_other_letters_is_warned_of_and_not_refused(string prompt, string? letters)
    {
        var warnings = Planned(Clip with { Model = "luma-modify", Prompt = prompt, SourceVideo = "asset_v" }, Facts(("asset_v", Film(5)))).Warnings;
        if (letters is null) warnings.ShouldBeEmpty();
        else warnings.ShouldHaveSingleItem().Text.In("en").ShouldContain(letters);
    }

    [Theory]
    [InlineData("79000000000000000000000000000")]
    [InlineData("-79000000000000000000000000000")]
    [InlineData("1e400")]
    [InlineData("null")]
    [InlineData("\"9\"")]
    [InlineData("{}")]
    public void Numbers_that_no_sum_can_hold_are_refused_where_they_stand(string seconds)
    {
        var shot = $$"""{"Scene":"a cat","duration":{{seconds}}}""";
        var parameters = (JsonObject)JsonNode.Parse($$"""{"shots":[{{shot}},{{shot}},{{shot}}]}""")!;
        Fault(Clip with { Model = "sora-2-storyboard", Prompt = null, Parameters = parameters }, InputFacts.None).Field.ShouldBe("parameters.shots");
    }

    [Theory]
    [InlineData("kling-3.0")]
    [InlineData("kling-3.0-omni")]
    public void Shots_that_are_longer_than_what_is_paid_for_are_refused(string model)
    {
        var shots = (JsonObject)JsonNode.Parse("""{"multi_prompt":[{"prompt":"a cat","duration":5},{"prompt":"a dog","duration":4}]}""")!;
        var form = Clip with { Model = model, MultiShot = true, Sound = true, Duration = 8, Parameters = shots };
        Fault(form, InputFacts.None).Message.ShouldContain("the shots must fit into the length that is paid for");
        Planned(form with { Duration = 9 }).Input.Duration.ShouldBe(9);
    }

    [Fact]
    public void Margin_is_what_is_left_of_the_price() =>
        Planned(Clip with { Model = "kling-2.6" }).Quote.MarginUsd.ShouldBe((105 - 55) * ProviderCredit.Usd);

    private static MediaMeasure Sound(double seconds) => new(new("audio/mpeg", 0, 0, seconds, 0, null, "mp3"), 1 << 20);

    private static MediaMeasure Film(double seconds) => new(new("video/mp4", 1280, 720, seconds, 30, "h264", null), 1 << 20);

    private static MediaMeasure Picture(int width, int height) => new(new("image/png", width, height, 0, 0, "png", null), 1 << 20);

    private static InputFacts Facts(params (string Id, MediaMeasure Measure)[] media) =>
        new() { Media = media.ToDictionary(one => one.Id, one => one.Measure) };

    private static GenerationPlan Planned(GenerationInput form, InputFacts? facts = null)
    {
        var result = Shipped.Sandbox.Plan(form, facts);
        result.Faults.ShouldBeEmpty();
        return result.Plan!;
    }

    private static InputFault Fault(GenerationInput form, InputFacts facts) => Shipped.Sandbox.Plan(form, facts).Faults[0];
}
