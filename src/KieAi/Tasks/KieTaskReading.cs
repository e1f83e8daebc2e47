using System.Text.Json;

namespace KieAi;

/// <summary>How a task stands, in one language for all of KIE's APIs. What an API does not tell is null or empty.</summary>
/// <remarks>Addresses are absolute http or https; KIE lets them lapse, often after a day, so copy what they lead to at once.</remarks>
public sealed record KieTaskReading
{
    /// <summary>Where the task was made and is read.</summary>
    public required KieTaskApi Api { get; init; }

    public required string TaskId { get; init; }

    /// <summary>What <see cref="Word"/> means.</summary>
    public required KieTaskState State { get; init; }

    /// <summary>The API's own word or number for the state, as it came: <c>queueing</c>, <c>3</c>; empty when there was none.</summary>
    public string Word { get; init; } = "";

    /// <summary>The model (jobs).</summary>
    public string? Model { get; init; }

    /// <summary>The videos that were made; for a model that makes something else, those.</summary>
    public IReadOnlyList<Uri> ResultUrls { get; init; } = [];

    /// <summary>Before cropping (Veo, when not 16:9) or before the edit (Luma Modify).</summary>
    public IReadOnlyList<Uri> OriginUrls { get; init; } = [];

    /// <summary>The joined clip after an extension (Veo); <see cref="ResultUrls"/> then holds the new part alone.</summary>
    public IReadOnlyList<Uri> FullResultUrls { get; init; } = [];

    /// <summary>The same videos with a watermark (Sora).</summary>
    public IReadOnlyList<Uri> WatermarkUrls { get; init; } = [];

    /// <summary>The first frames as pictures (Seedance 2, when asked for).</summary>
    public IReadOnlyList<Uri> FirstFrameUrls { get; init; } = [];

    /// <summary>The last frames as pictures (Seedance 2, when asked for).</summary>
    public IReadOnlyList<Uri> LastFrameUrls { get; init; } = [];

    /// <summary>Stills of the videos (Runway, Aleph).</summary>
    public IReadOnlyList<Uri> ImageUrls { get; init; } = [];

    /// <summary>What an analysis answered instead of a video (jobs): any JSON.</summary>
    public JsonElement? ResultObject { get; init; }

    /// <summary>The character that was made instead of a video (Sora).</summary>
    public string? CharacterId { get; init; }

    /// <summary>Whether something was made that can be used.</summary>
    public bool HasResult => ResultUrls.Count > 0 || FullResultUrls.Count > 0 || ResultObject is not null || CharacterId is not null;

    /// <summary>Whether the state is one that KIE does not leave again.</summary>
    public bool IsFinal => State is KieTaskState.Success or KieTaskState.Fail;

    /// <summary>Why it failed, as a text in every API: <c>500</c>; null when none is told, also for <c>0</c> and empty texts.</summary>
    public string? FailCode { get; init; }

    /// <summary>KIE's sentence for it; it may quote the prompt.</summary>
    public string? FailMessage { get; init; }

    /// <summary>Percent, 0 to 100 (Sora).</summary>
    public int? Progress { get; init; }

    /// <summary>KIE credits charged so far (jobs, newer answers); given back on failure.</summary>
    public decimal? CreditsConsumed { get; init; }

    /// <summary>Whether KIE says that the addresses have lapsed (Runway).</summary>
    public bool IsExpired { get; init; }

    /// <summary>Exact for jobs. The other APIs write a time without zone, which is read as UTC and may be hours off.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <inheritdoc cref="CreatedAt"/>
    public DateTimeOffset? CompletedAt { get; init; }

    internal static string? Told(string? text) => string.IsNullOrWhiteSpace(text) || text == "0" ? null : text;
}
