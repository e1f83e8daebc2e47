using System.ComponentModel.DataAnnotations;

namespace Kinora.Client;

/// <summary>A generation: one request and what became of it.</summary>
public sealed record GenerationResponse
{
    /// <summary><c>gen_</c> and a UUIDv7 without hyphens.</summary>
    public required string Id { get; init; }

    /// <summary><c>queued</c>, <c>submitting</c>, <c>running</c>, <c>collecting</c>, <c>succeeded</c>, <c>failed</c> or <c>canceled</c>.</summary>
    [AllowedValues("queued", "submitting", "running", "collecting", "succeeded", "failed", "canceled")]
    public required string Status { get; init; }
    public required GenerationModel Model { get; init; }

    /// <summary>The mode that was chosen, such as <c>image-to-video</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>The request with every default filled in; posting it again makes another take.</summary>
    public required GenerateVideoRequest Input { get; init; }
    public required QuoteResponse Quote { get; init; }
    public required GenerationCharge Charge { get; init; }

    /// <summary>Submissions to a provider so far.</summary>
    public required int Attempts { get; init; }

    /// <summary>Why it is still queued, where the provider said "later" or could not be reached; null otherwise.</summary>
    public GenerationWaiting? Waiting { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When the provider accepted it; null before.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it came to an end; null before.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>When its files were deleted because they had been kept long enough; null while they are there.</summary>
    public DateTimeOffset? ExpiredAt { get; init; }

    public bool Favorite { get; init; }

    /// <summary>The owner's own words for it.</summary>
    public IReadOnlyList<string> Tags { get; init => field = value ?? []; } = [];

    /// <summary>Path on this server at which anybody who has it may look at the takes, until the share ends; null where it is not shared.</summary>
    public string? SharePath { get; init; }

    /// <summary>What the link tells and allows, and until when it holds; null where there is none.</summary>
    public GenerationShareResponse? Share { get; init; }

    /// <summary>Since when it is in the bin, from which it can be had back for 30 days; null where it is not.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>The item of a group that it was made for; null where it was made for none, or the group is gone.</summary>
    public GenerationGroupResponse? Group { get; init; }

    /// <summary>The generation whose take it continues or enlarges; null when it stands by itself.</summary>
    public string? ParentId { get; init; }

    /// <summary>The generation whose request was taken and changed; null when it was asked for anew.</summary>
    public string? RemixOf { get; init; }

    /// <summary>Percent, where the provider tells it.</summary>
    public int? Progress { get; init; }

    /// <summary>The trace (W3C, 32 hex digits) of the request that made it and of all work on it; null where it is older than traces.</summary>
    public string? TraceId { get; init; }

    /// <summary>Why it failed; null otherwise.</summary>
    public GenerationFailureResponse? Failure { get; init; }

    /// <summary>What to know of the request, told when it is accepted; empty in every other answer, a replay's too.</summary>
    public IReadOnlyList<InputWarningResponse> Warnings { get; init => field = value ?? []; } = [];

    /// <summary>The stored videos; empty until it succeeded.</summary>
    public IReadOnlyList<GenerationOutputResponse> Outputs { get; init => field = value ?? []; } = [];

    /// <summary>Every change of state, oldest first. Empty in listings and events.</summary>
    public IReadOnlyList<HistoryEntryResponse> History { get; init => field = value ?? []; } = [];

    /// <summary>What was made of its take, oldest first, at most 100. Empty in listings and events.</summary>
    public IReadOnlyList<GenerationChild> Children { get; init => field = value ?? []; } = [];

    /// <summary>What can be made of it now. Empty in listings and events.</summary>
    public IReadOnlyList<GenerationAction> Actions { get; init => field = value ?? []; } = [];

    /// <summary>What it moved in the ledger, oldest first: the hold, then its capture or release; a late success has both. Empty in listings and events.</summary>
    public IReadOnlyList<LedgerEntryResponse> Ledger { get; init => field = value ?? []; } = [];
}

/// <summary>A continuation or a larger version of a take.</summary>
/// <param name="Id">A generation of its own.</param>
/// <param name="Mode">Such as <c>extend</c> or <c>upscale</c>.</param>
/// <param name="Model">Its display name.</param>
public sealed record GenerationChild(
    string Id, [property: AllowedValues("queued", "submitting", "running", "collecting", "succeeded", "failed", "canceled")] string Status, string Mode, string Model);

/// <summary>Something that can be made of a generation, by a <c>POST</c> to its path and this name.</summary>
/// <param name="Name"><c>remix</c>: its request with changes; <c>extend</c>: its take goes on; <c>upscale</c>: a larger version of its take.</param>
/// <param name="Model">The id of the product that does it.</param>
/// <param name="ModelName">Its display name.</param>
public sealed record GenerationAction(
    [property: AllowedValues("remix", "extend", "upscale")] string Name, string Model, string ModelName)
{
    /// <summary>For <c>upscale</c>: the resolutions that can be had, such as <c>1080p</c>.</summary>
    public IReadOnlyList<string>? Resolutions { get; init; }
}

/// <summary>Body of <c>POST /api/generations/{id}/upscale</c>.</summary>
/// <param name="Resolution">One of the <c>resolutions</c> of the action; the first of them when left out.</param>
public sealed record UpscaleRequest(string? Resolution = null);

/// <summary>Why a queued generation is not with the provider yet.</summary>
/// <param name="Reason">What the provider, or the way to it, said last.</param>
/// <param name="Since">When it was first put off; an hour later it fails, uncharged.</param>
/// <param name="Tries">How often it was put off.</param>
/// <param name="Next">When it is tried again.</param>
public sealed record GenerationWaiting(string Reason, DateTimeOffset Since, int Tries, DateTimeOffset? Next);

/// <summary>The model of a generation.</summary>
/// <param name="Id">The product id.</param>
/// <param name="Name">Its display name.</param>
/// <param name="Variant">KIE's own id of the variant that was chosen.</param>
/// <param name="TypicalSeconds">How long it usually takes.</param>
/// <param name="Gradient">Three colours.</param>
public sealed record GenerationModel(string Id, string Name, string Variant, int TypicalSeconds, IReadOnlyList<string> Gradient);

/// <summary>The money of one generation, in credits.</summary>
/// <param name="Held">What is set aside now.</param>
/// <param name="Captured">What was charged.</param>
/// <param name="Released">What was given back.</param>
public sealed record GenerationCharge(long Held, long Captured, long Released);

/// <summary>Why a generation failed.</summary>
/// <param name="Code">Stable: <c>outcome_unknown</c>, <c>provider_refused</c>, <c>provider_failed</c>, <c>deadline</c>, <c>output_lost</c>, …</param>
/// <param name="Message">A sentence; the provider's own words where it gave any.</param>
/// <param name="By">Whose doing: <c>user</c>, <c>provider</c> or <c>kinora</c>.</param>
public sealed record GenerationFailureResponse(
    string Code, string Message, [property: AllowedValues("user", "provider", "kinora")] string By)
{
    /// <summary>A finer stable word for what the provider said, such as <c>input_unreachable</c>; null when it was not the provider that failed.</summary>
    public string? Reason { get; init; }

    /// <summary>What the provider's words mean, in the language of the request.</summary>
    public string? Meaning { get; init; }

    /// <summary>What to do about it, in the language of the request.</summary>
    public string? Fix { get; init; }
}

/// <summary>One stored video.</summary>
public sealed record GenerationOutputResponse
{
    public required int Index { get; init; }
    public required string ContentType { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required double DurationSeconds { get; init; }
    public required double FrameRate { get; init; }
    public required bool HasSound { get; init; }
    public required long Bytes { get; init; }

    /// <summary>Path of the video on this server; serves ranges.</summary>
    public required string VideoUrl { get; init; }

    /// <summary>Path of its still picture (WebP) on this server; null, as with the others below, when none could be made.</summary>
    public string? PosterUrl { get; init; }

    /// <summary>Path of a short silent video (MP4, at most 3 s, 480 pixels and about 300 kB) that is meant to be looped.</summary>
    public string? PreviewUrl { get; init; }

    /// <summary>Path of its first frame (WebP).</summary>
    public string? FirstFrameUrl { get; init; }

    /// <summary>Path of its last frame (WebP).</summary>
    public string? LastFrameUrl { get; init; }

    /// <summary>Path of one picture (WebP) of frames side by side.</summary>
    public string? FilmstripUrl { get; init; }

    /// <summary>How the filmstrip is divided.</summary>
    public FilmstripLayout? Filmstrip { get; init; }
}

/// <summary>How a filmstrip is divided.</summary>
/// <param name="Frames">How many frames there are, evenly spread over the video, the first at its beginning.</param>
/// <param name="Width">Of one frame, in pixels.</param>
/// <param name="Height">Of one frame, in pixels.</param>
public sealed record FilmstripLayout(int Frames, int Width, int Height);

/// <summary>One change of state.</summary>
/// <param name="At">When.</param>
/// <param name="From">The state before; null for the acceptance.</param>
/// <param name="To">The state after.</param>
/// <param name="Cause">What brought it: <c>accepted</c>, <c>dispatched</c>, <c>callback</c>, <c>poll</c>, <c>collected</c>, …</param>
/// <param name="Detail">More for people; null when there is none.</param>
public sealed record HistoryEntryResponse(DateTimeOffset At, string? From, string To, string Cause, string? Detail);

/// <summary>A page of generations, newest first.</summary>
/// <param name="Next">Cursor of the next page; null on the last.</param>
public sealed record GenerationPage(IReadOnlyList<GenerationResponse> Items, string? Next);
