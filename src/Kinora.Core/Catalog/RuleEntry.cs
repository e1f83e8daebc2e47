using System.Text.Json;

namespace Kinora.Core.Catalog;

/// <summary>What holds between settings, as a family file tells it.</summary>
internal sealed record RuleEntry
{
    public required Dictionary<string, JsonElement> When { get; set; }
    public string? Setting { get; set; }
    public List<JsonElement>? Allowed { get; set; }
    public bool Required { get; set; }
    public List<string>? AnyOf { get; set; }
    public List<string>? NotTogether { get; set; }
    public Dictionary<string, decimal>? Sum { get; set; }
    public decimal? AtLeast { get; set; }
    public JsonElement? AtMost { get; set; }
    public required string Reason { get; set; }
    public required string Source { get; set; }
}

/// <summary>A setting that is realised by words added to the prompt.</summary>
internal sealed record ClauseEntry
{
    public required string Role { get; set; }
    public required Dictionary<string, string> Texts { get; set; }
    public List<string>? Modes { get; set; }
    public required string Description { get; set; }
    public required string Source { get; set; }
}

/// <summary>A warning about the letters of a text.</summary>
internal sealed record WarningEntry
{
    public required string Setting { get; set; }
    public required Localized Text { get; set; }
    public required string Source { get; set; }
}

/// <summary>What decides a price and only the bill knows.</summary>
internal sealed record LabelEntry
{
    public required List<string> Values { get; set; }
    public required string Reason { get; set; }
}

/// <summary>A refusal that the provider has words of its own for.</summary>
internal sealed record RefusalEntry
{
    public required Dictionary<string, JsonElement> When { get; set; }
    public required int Code { get; set; }
    public required string Text { get; set; }
    public required string Source { get; set; }
}
