namespace Kinora.Core.Catalog;

/// <summary>How one kind of failure of the provider is read, as a family file or <c>failures.json</c> tells it.</summary>
internal sealed record FailureEntry
{
    public List<string>? Codes { get; set; }
    public List<string>? Texts { get; set; }
    public required string Code { get; set; }
    public required Localized Meaning { get; set; }
    public required Localized Fix { get; set; }
    public required string Fault { get; set; }
    public required string Source { get; set; }
}

/// <summary>The shape of <c>failures.json</c>: what holds for every family.</summary>
internal sealed record FailuresFile
{
    public required List<FailureEntry> Failures { get; set; }
}
