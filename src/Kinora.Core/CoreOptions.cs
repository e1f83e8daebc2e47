using Kinora.Core.Providers.Kie;
using Kinora.Core.Retention;

namespace Kinora.Core;

/// <summary>What the engine must be told.</summary>
public sealed record CoreOptions
{
    /// <summary>Folder for the database and the assets.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Folder of the catalog's files.</summary>
    public required string CatalogFolder { get; init; }

    /// <summary>The operator's <c>catalog.override.json</c>; none when null or not there.</summary>
    public string? CatalogOverride { get; init; }
    public required KieConnection Kie { get; init; }

    /// <summary>How long a lost answer waits for its callback. By default six times what the model usually takes, at least 2 minutes.</summary>
    public TimeSpan? OutcomeWait { get; init; }

    /// <summary>How long things are kept.</summary>
    public RetentionTimes Retention { get; init; } = new();

    /// <summary>Hosts and CIDRs that URLs from outside may name although they are private; none by default.</summary>
    public IReadOnlyList<string> FetchAllow { get; init; } = [];
}
