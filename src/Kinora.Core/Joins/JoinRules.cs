using System.Globalization;
using System.Text.Json.Nodes;
using Kinora.Core.Catalog;

namespace Kinora.Core.Joins;

/// <summary>What a form may ask for, as far as it can be told from the form alone.</summary>
public static class JoinRules
{
    public const int FewestClips = 2, MostClips = 50;

    /// <summary>How long a film may be.</summary>
    public static readonly TimeSpan LongestFilm = TimeSpan.FromMinutes(30);

    internal const string Cut = "cut", Fade = "fade";
    internal const int DefaultVolume = 50;

    /// <summary>What is measured on a file may be some frames less than its player shows.</summary>
    private const double Tolerance = 0.1;
    private const double ShortestClip = 0.1;
    private const int LongestName = 100, LongestId = 100;

    public static IReadOnlyList<string> Transitions { get; } = [Cut, Fade];
    public static IReadOnlyList<string> AspectRatios { get; } = ["16:9", "9:16", "1:1", "4:3", "3:4", "3:2", "2:3", "21:9"];
    public static IReadOnlyList<string> Resolutions { get; } = ["480p", "720p", "1080p", "1440p", "2160p"];

    /// <summary>All faults of a form.</summary>
    internal static List<InputFault> FaultsOf(JoinForm form)
    {
        var faults = new List<InputFault?>
        {
            form.Clips.Count is >= FewestClips and <= MostClips ? null : new("clips", "clips must be 2 to 50 clips.", form.Clips.Count, ["2 to 50"]),
            form.MusicVolume is null or (>= 0 and <= 100) ? null : new("musicVolume", "musicVolume must be a whole number from 0 to 100.", form.MusicVolume, ["0 to 100"]),
            form.Music is null || form.Music.Length <= LongestId ? null : NoMusic(form.Music),
            Choice("transition", form.Transition, Transitions),
            Choice("aspectRatio", form.AspectRatio, AspectRatios),
            Choice("resolution", form.Resolution, Resolutions),
            form.Name is null || (form.Name.Trim().Length is >= 1 and <= LongestName && !form.Name.Any(char.IsControl))
                ? null : new("name", "name must have 1 to 100 characters on one line.", form.Name.Length),
        };
        foreach (var (index, clip) in form.Clips.Take(MostClips).Index())
        {
            if (clip?.Generation is null) faults.Add(new($"clips[{index}]", $"clips[{index}] must be an object with the id of a generation."));
            else if (clip.Generation.Length > LongestId) faults.Add(NoClip(index, clip.Generation));
        }

        return [.. faults.OfType<InputFault>()];
    }

    internal static InputFault NoClip(int index, string id) => new(
        $"clips[{index}].generation", $"clips[{index}].generation must be a succeeded generation of this account whose files are there.", GivenValue.Shorten(id));

    internal static InputFault NoOutput(int index, int? output, int count) => new(
        $"clips[{index}].output", string.Create(CultureInfo.InvariantCulture, $"clips[{index}].output must be one of its videos, from 0 to {count - 1}."), output);

    /// <summary>Null when the part lies within the video.</summary>
    /// <param name="seconds">How long the video is.</param>
    internal static InputFault? SpanFault(int index, JoinFormClip clip, double seconds)
    {
        var from = clip.From ?? 0;
        if (from < 0 || from > seconds - ShortestClip)
            return Span(index, "from", $"a time in seconds within the video, which is {seconds:0.###} s long", from);
        return clip.To is { } to && (to < from + ShortestClip || to > seconds + Tolerance)
            ? Span(index, "to", $"a time in seconds, 0.1 after from or later, and not after the end of the video at {seconds:0.###} s", to)
            : null;
    }

    private static InputFault Span(int index, string field, FormattableString must, double given) =>
        new($"clips[{index}].{field}", $"clips[{index}].{field} must be {FormattableString.Invariant(must)}.", double.IsFinite(given) ? given : null);

    internal static InputFault NoMusic(string id) =>
        new("music", "music must be a sound file that was uploaded to this account (asset_…).", GivenValue.Shorten(id));

    private static InputFault? Choice(string field, string? given, IReadOnlyList<string> allowed) => given is null || allowed.Contains(given)
        ? null
        : new(field, $"{field} must be one of {string.Join(", ", allowed)}.", JsonValue.Create(GivenValue.Shorten(given)), allowed);
}
