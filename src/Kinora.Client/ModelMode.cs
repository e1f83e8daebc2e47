using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;

namespace Kinora.Client;

/// <summary>One thing that a model can do, with the form for it, what holds between its fields, and what it costs.</summary>
/// <param name="Mode">Such as <c>text-to-video</c>.</param>
/// <param name="Variant">KIE's own id behind it.</param>
/// <param name="Controls">The fields that a request in this mode may set, in the order in which a form shows them.</param>
/// <param name="Rules">What holds between the fields, beyond what each control says.</param>
/// <param name="Prices">What it costs: the first price that fits counts; its total, rounded up to a whole credit and at least 1, is what a quote says.</param>
public sealed record ModelMode(
    string Mode, string Variant, IReadOnlyList<ModelControl> Controls, IReadOnlyList<ModelRule> Rules, IReadOnlyList<ModelPrice> Prices)
{
    /// <summary>The tier that a request names for it; null where the product has none.</summary>
    public string? Tier { get; init; }

    /// <summary>How long its videos are where the form says no duration, in seconds; null when the input or the model decides.</summary>
    public decimal? Seconds { get; init; }
}

/// <summary>What holds between the fields of a form: when every condition does, exactly one thing follows.</summary>
public sealed record ModelRule
{
    /// <summary>
    /// Field to what it must be: a value, a list of values any of which will do, null when it must not be given, or
    /// <c>{"given": true}</c> when any value will do. A default counts as given. Empty: always.
    /// </summary>
    public required IReadOnlyDictionary<string, JsonNode?> When { get; init; }

    /// <summary>The field that allowed or required binds.</summary>
    public string? Setting { get; init; }

    /// <summary>
    /// The values that the field may have; empty: it cannot be given. Where it was left out, its default gives way to the first of these that the
    /// control offers, or to nothing; rules do so in their order.
    /// </summary>
    public IReadOnlyList<JsonNode>? Allowed { get; init; }

    /// <summary>True: the field must have a value.</summary>
    public bool? Required { get; init; }

    /// <summary>At least one of these fields must be given.</summary>
    public IReadOnlyList<string>? AnyOf { get; init; }

    /// <summary>At most one of these fields may be given.</summary>
    public IReadOnlyList<string>? NotTogether { get; init; }

    /// <summary>Quantities, and how much each counts in a sum that has limits; a length that is not known yet holds the rule back.</summary>
    public IReadOnlyDictionary<string, decimal>? Sum { get; init; }

    /// <summary>The least that the sum may be, when it is not 0.</summary>
    public decimal? AtLeast { get; init; }

    /// <summary>The most that the sum may be: a number, or the name of a field that holds one.</summary>
    public JsonNode? AtMost { get; init; }

    /// <summary>Why, as a clause.</summary>
    public required string Reason { get; init; }
}

/// <summary>The price of the requests that fulfil the conditions, in credits that are not rounded yet.</summary>
public sealed record ModelPrice
{
    /// <summary>
    /// As in a rule. <c>source.variant</c> and <c>source.resolution</c> are those of the take that is continued; while they are not known such
    /// a condition counts as fulfilled, and the dearest of these prices stands first.
    /// </summary>
    public required IReadOnlyDictionary<string, JsonNode?> When { get; init; }

    /// <summary>Credits for the video, or for each second.</summary>
    public required decimal Credits { get; init; }

    /// <summary>
    /// What the credits are for: a <c>video</c>, priced at <c>credits + extra</c>; or a <c>second</c>, priced at
    /// <c>base + credits × seconds ÷ (every × over) + extra</c>.
    /// </summary>
    [AllowedValues("video", "second")]
    public required string Per { get; init; }

    /// <summary>Credits added once; 0 when absent.</summary>
    public decimal? Base { get; init; }

    /// <summary>The credits are for this many seconds; 1 when absent.</summary>
    public int? Every { get; init; }

    /// <summary>
    /// The quantities whose sum is the seconds: <c>duration</c>, <c>motionVideo.seconds</c> (measured, begun seconds count), <c>references.count</c>,
    /// <c>parameters.shots.duration</c> (summed over the list).
    /// </summary>
    public IReadOnlyList<string>? Of { get; init; }

    /// <summary>A field whose number divides the seconds; nothing divides them when absent.</summary>
    public string? Over { get; init; }

    /// <summary>What is charged beyond; nothing when absent.</summary>
    public ModelPriceExtra? Extra { get; init; }
}

/// <summary>Credits for each piece of a quantity beyond the free ones.</summary>
/// <param name="Credits">For each.</param>
/// <param name="Of">The quantity.</param>
/// <param name="Above">How many are free.</param>
public sealed record ModelPriceExtra(decimal Credits, string Of, int Above);
