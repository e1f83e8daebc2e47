using System.Text.Json;
using Kinora.Core.Catalog;
using Kinora.Core.Media;

namespace Kinora.Core.Tests.Catalog.Facts;

/// <summary>Each limit on files refuses a file just beyond it, and names the field of the form that the file came in.</summary>
public class FileNeighbourTests
{
    /// <summary>The limit, and a file that is beyond it and otherwise as good as can be.</summary>
    private static readonly Dictionary<string, Func<MediaMeasure, decimal, MediaMeasure>> Beyond = new()
    {
        ["maxMegabytes"] = (file, most) => file with { Bytes = ((long)most * 1_048_576) + 1 },
        ["minSide"] = (file, least) => Sized(file, least - 1, least),
        ["maxSide"] = (file, most) => Sized(file, most + 1, Math.Ceiling(most * 9 / 16)),
        ["minPixels"] = (file, least) => Sized(file, Math.Floor(Root(least)), Math.Floor(Root(least)) - 1),
        ["maxPixels"] = (file, most) => Sized(file, Math.Ceiling(Root(most)), Math.Ceiling(Root(most)) + 1),
        ["minRatio"] = (file, least) => Sized(file, Math.Floor(1000 * least) - 1, 1000),
        ["maxRatio"] = (file, most) => Sized(file, Math.Ceiling(700 * most) + 1, 700),
        ["minSeconds"] = (file, least) => file with { Facts = file.Facts with { DurationSeconds = (double)least - 0.2 } },
        ["maxSeconds"] = (file, most) => file with { Facts = file.Facts with { DurationSeconds = (double)most + 0.2 } },
        ["minFrameRate"] = (file, least) => file with { Facts = file.Facts with { FrameRate = (double)least - 1 } },
        ["maxFrameRate"] = (file, most) => file with { Facts = file.Facts with { FrameRate = (double)most + 1 } },
    };

    public static TheoryData<string, string, string> Slots => new(
        from variant in VariantWalk.VideoVariants
        from mode in variant.Modes
        from media in mode.List("media")
        where media.Text("role") is not "source"
        select (variant.Id, mode.Text("mode"), media.Text("role")));

    [Theory]
    [MemberData(nameof(Slots))]
    public void File_beyond_a_limit_is_refused(string variant, string mode, string role)
    {
        var (maker, limits) = Given(variant, mode, role);
        var good = maker.Facts.Media[SampleMedia.Address(role, 0)];
        foreach (var (limit, beyond) in Beyond)
        {
            if (limits.Number(limit) is { } value) ShouldRefuse(maker, role, beyond(good, value), $"{variant} {mode} {role}: {limit} {value}");
        }

        var other = SampleMedia.Kind(role) is "image" ? "image/x-icon" : SampleMedia.Kind(role) + "/x-unknown";
        if (limits.Has("contentTypes")) ShouldRefuse(maker, role, Typed(good, other), $"{variant} {mode} {role}: {other}");
        var ofOtherKind = SampleMedia.Kind(role) is "video" ? "audio/mpeg" : "video/mp4";
        ShouldRefuse(maker, role, Typed(good, ofOtherKind), $"{variant} {mode} {role}: {ofOtherKind}");
        foreach (var type in limits.Texts("contentTypes"))
            Plan(maker, role, Typed(good, type)).Faults.ShouldBeEmpty($"{variant} {mode} {role}: {type}");
    }

    [Theory]
    [MemberData(nameof(Slots))]
    public void Files_that_are_too_long_together_are_refused(string variant, string mode, string role)
    {
        var limits = Given(variant, mode, role).Limits;
        if (limits.Number("maxTotalSeconds") is not { } total || VariantWalk.Maker(variant, mode).Most(role) < 2) return;
        var maker = VariantWalk.Maker(variant, mode);
        maker.MediaSeconds = total / 2 + 0.2m;
        maker.Give(role, 2);

        maker.Complete().Faults.Select(fault => fault.Field).ShouldContain(role, $"{variant} {mode} {role}: {total}");
    }

    private static (RequestMaker Maker, JsonElement Limits) Given(string variant, string mode, string role)
    {
        var maker = VariantWalk.Maker(variant, mode);
        maker.Give(role).ShouldBeTrue();
        maker.Complete().Faults.ShouldBeEmpty($"{variant} {mode} {role}");
        var raw = VariantWalk.Variant(variant);
        var slot = raw.Modes.Single(one => one.Text("mode") == mode).List("media").First(media => media.Text("role") == role);
        return (maker, maker.Parameter(slot.Text("into"))!.Value);
    }

    private static void ShouldRefuse(RequestMaker maker, string role, MediaMeasure file, string what) =>
        Plan(maker, role, file).Faults.Select(fault => fault.Field).ShouldContain(role, what);

    private static PlanResult Plan(RequestMaker maker, string role, MediaMeasure file)
    {
        var media = new Dictionary<string, MediaMeasure>(maker.Facts.Media) { [SampleMedia.Address(role, 0)] = file };
        return Shipped.Sandbox.Plan(maker.Form, maker.Facts with { Media = media });
    }

    private static decimal Root(decimal square) => (decimal)Math.Sqrt((double)square);

    private static MediaMeasure Typed(MediaMeasure file, string type) => file with { Facts = file.Facts with { ContentType = type } };

    private static MediaMeasure Sized(MediaMeasure file, decimal width, decimal height) =>
        file with { Facts = file.Facts with { Width = (int)width, Height = (int)height } };
}
