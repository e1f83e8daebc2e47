using System.Text.RegularExpressions;

namespace Kinora.Cli.Tests.Crashes;

/// <summary>Where the process is ended, and what is asked of it so that it comes there.</summary>
internal static partial class CrashPoints
{
    /// <summary>What the point is named in the code, and the request that leads there.</summary>
    public static readonly IReadOnlyList<CrashCase> All =
    [
        new("commit.written@2", Errand.Generate),
        new("commit.durable@3", Errand.Generate),
        new("accept.planned", Errand.Group),
        new("accept.committed", Errand.Group),
        new("dispatch.claimed", Errand.Generate),
        new("dispatch.handed-over", Errand.Generate),
        new("dispatch.written", Errand.Generate),
        new("dispatch.kept", Errand.Generate),
        new("callback.proven", Errand.Generate),
        new("callback.noted", Errand.Generate),
        new("observe.read", Errand.Generate),
        new("observe.settled", Errand.Generate),
        new("outcome.decided", Errand.LoseAnswer),
        new("outcome.committed", Errand.LoseAnswer),
        new("upload.received", Errand.Upload),
        new("upload.expected", Errand.Upload),
        new("upload.stored", Errand.Upload),
        new("collect.fetched", Errand.Generate),
        new("collect.expected", Errand.Generate),
        new("collect.pictured", Errand.Generate),
        new("collect.stored", Errand.Generate),
        new("collect.committed", Errand.Generate),
        new("cancel.asked", Errand.Cancel),
        new("cancel.committed", Errand.Cancel),
        new("sweep.claimed", Errand.Sweep),
        new("sweep.deleted", Errand.Sweep),

        // Healed by the callback alone: providers do not call often, and none of the calls may fall among the deaths.
        new("dispatch.answered", Errand.Generate),
    ];

    /// <summary>Those that one of two engines goes through: its own half and the commits; all where KINORA_CRASHES is <c>all</c>.</summary>
    public static IEnumerable<CrashCase> Half(bool first) => Environment.GetEnvironmentVariable("KINORA_CRASHES") is "all"
        ? All
        : All.Where((end, place) => end.Name.StartsWith("commit.", StringComparison.Ordinal) || place % 2 == (first ? 0 : 1));

    /// <summary>Every name in the source.</summary>
    public static IEnumerable<string> InSource(string sources) =>
        from file in Directory.EnumerateFiles(sources, "*.cs", SearchOption.AllDirectories)
        from match in PointPattern().Matches(File.ReadAllText(file))
        select match.Groups["name"].Value;

    [GeneratedRegex("""CrashPoint\.Pass\("(?<name>[^"]+)"\)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PointPattern();
}

internal sealed record CrashCase(string Point, Errand Errand)
{
    public string Name => Point.Split('@')[0];
}

internal enum Errand
{
    /// <summary>A plain request, which should end as a video.</summary>
    Generate,

    /// <summary>A request that is a group's.</summary>
    Group,

    /// <summary>A request whose answer and callback are lost.</summary>
    LoseAnswer,

    /// <summary>A picture, and a request that begins with it.</summary>
    Upload,

    /// <summary>A request, withdrawn at once, which may be too late.</summary>
    Cancel,

    /// <summary>A request, while what earlier lives left lying is due to be swept.</summary>
    Sweep,
}
