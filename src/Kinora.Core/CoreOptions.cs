using Kinora.Core.Accounts;
using Kinora.Core.Assets.S3;
using Kinora.Core.Enhancement;
using Kinora.Core.Providers.Accounts;
using Kinora.Core.Providers.Kie;
using Kinora.Core.Retention;

namespace Kinora.Core;

/// <summary>What the engine must be told.</summary>
public sealed record CoreOptions
{
    /// <summary>Folder for the database, where it is SQLite, and, unless told otherwise, the assets.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Folder for the assets; null: <c>assets</c> in <see cref="DataFolder"/>.</summary>
    public string? AssetsFolder { get; init; }

    /// <summary>The bucket for the assets in place of a folder; null for none.</summary>
    public S3Options? S3 { get; init; }

    /// <summary>The PostgreSQL database that nodes share, as <see cref="Storage.Postgres.PostgresAddress.Read"/> answers it; null: SQLite in the data folder.</summary>
    public string? Database { get; init; }

    /// <summary>Folder of the catalog's files.</summary>
    public required string CatalogFolder { get; init; }

    /// <summary>The operator's <c>catalog.override.json</c>; none when null or not there.</summary>
    public string? CatalogOverride { get; init; }

    /// <summary>The provider accounts of the configuration, in the operator's order.</summary>
    public required IReadOnlyList<ProviderAccount> ProviderAccounts { get; init; }

    /// <summary>What holds for all accounts at KIE.ai.</summary>
    public KieSettings Kie { get; init; } = new();

    /// <summary>How long a lost answer waits for its callback. By default three times what the slowest of a hundred takes of the model takes, at least 2 minutes.</summary>
    public TimeSpan? OutcomeWait { get; init; }

    /// <summary>How old the last report of what works may become before the next one is made; null: only when a person asks.</summary>
    public TimeSpan? DiagnosticsEvery { get; init; }

    /// <summary>How often every route of the catalog is probed, whatever is known of it; null for never.</summary>
    public TimeSpan? ProbeEvery { get; init; }

    /// <summary>How many real videos a day are made to see whether models work. The default is 0.</summary>
    public int ProbeRenders { get; init; }

    /// <summary>The account that pays for them; null: none is made.</summary>
    public string? ProbeAccount { get; init; }

    /// <summary>What accounts of role user are held to that have no limits of their own; none by default.</summary>
    public AccountLimits LimitsOfUsers { get; init; } = AccountLimits.None;

    /// <summary>How long things are kept.</summary>
    public RetentionTimes Retention { get; init; } = new();

    /// <summary>The chat API that enhances prompts; null: none does.</summary>
    public ChatSettings? Enhance { get; init; }

    /// <summary>Hosts and CIDRs that URLs from outside may name although they are private; none by default.</summary>
    public IReadOnlyList<string> FetchAllow { get; init; } = [];
}
