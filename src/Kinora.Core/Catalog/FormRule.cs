using System.Text.Json.Nodes;

namespace Kinora.Core.Catalog;

/// <summary>What holds between the fields of a form: when every condition does, exactly one thing follows.</summary>
public sealed record FormRule
{
    /// <summary>
    /// Field to what it must be: a value, a list of values any of which will do, null when it must not be given, or
    /// <c>{ "given": true }</c> when any value will do. A default counts as given.
    /// </summary>
    public required IReadOnlyDictionary<string, JsonNode?> When { get; init; }

    /// <summary>The field that <see cref="Allowed"/> or <see cref="Required"/> binds.</summary>
    public string? Setting { get; init; }

    /// <summary>The values that the setting may have; none: it cannot be given.</summary>
    public IReadOnlyList<JsonNode>? Allowed { get; init; }

    /// <summary>Whether the setting must have a value.</summary>
    public bool Required { get; init; }

    /// <summary>At least one of these fields must be given.</summary>
    public IReadOnlyList<string>? AnyOf { get; init; }

    /// <summary>At most one of these fields may be given.</summary>
    public IReadOnlyList<string>? NotTogether { get; init; }

    /// <summary>Quantities, and how much each counts in a sum that has limits.</summary>
    public IReadOnlyDictionary<string, decimal>? Sum { get; init; }

    /// <summary>The least that the sum may be, when it is not 0.</summary>
    public decimal? AtLeast { get; init; }

    /// <summary>The most that the sum may be: a number, or the name of a field that holds one.</summary>
    public JsonNode? AtMost { get; init; }

    /// <summary>Why, as a clause that people read.</summary>
    public required string Reason { get; init; }
}
