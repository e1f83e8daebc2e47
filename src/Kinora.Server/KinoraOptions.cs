using Kinora.Core.Accounts;
using Kinora.Core.Enhancement;
using Kinora.Core.Providers.Accounts;
using Kinora.Core.Retention;
using Kinora.Sandbox;
using Kinora.Server.Auth.OAuth;
using Kinora.Server.Hosting;
using Kinora.Server.Settings;
using Kinora.Server.Telemetry;

namespace Kinora.Server;

/// <summary>The settings of the server. docs/guides/settings.md explains each.</summary>
public sealed record KinoraOptions
{
    /// <summary>Where it listens. The default is <c>http://localhost:5080</c>.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://localhost:5080"];

    /// <summary>The folder of everything that is kept; full path.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Where the bytes of videos and uploads are kept. The default is the folder <c>assets</c> in <see cref="DataFolder"/>.</summary>
    public AssetPlace Assets { get; init; } = new();

    /// <summary>The PostgreSQL database that several servers share, as Npgsql takes it; null: SQLite in the data folder.</summary>
    public string? Database { get; init; }

    /// <summary>The folder of the model catalog. The default lies beside the program.</summary>
    public string CatalogFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "catalog");

    /// <summary>The file of the operator's changes to the catalog; null: <c>catalog.override.json</c> of the data folder, where there is one.</summary>
    public string? CatalogOverride { get; init; }

    /// <summary>The folder of the built studio. The default lies beside the program.</summary>
    public string StudioFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>An API key of the owner; null when there is none.</summary>
    public string? AdminKey { get; init; }

    /// <summary>Credits that the owner is given at the first start. The default is 10,000.</summary>
    public long InitialCredits { get; init; } = 10_000;

    /// <summary>The address under which others reach this server; null when it is only local.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>How long a lost answer waits for its callback; null: as long as the model may take.</summary>
    public TimeSpan? OutcomeWait { get; init; }

    /// <summary>How often a report of what works is made; null: only when a person asks.</summary>
    public TimeSpan? DiagnosticsEvery { get; init; }

    /// <summary>How often every model is probed; null for never.</summary>
    public TimeSpan? ProbeEvery { get; init; }

    /// <summary>How many real videos a day are made, for the owner, to see whether models work. The default is 0.</summary>
    public int ProbeRenders { get; init; }

    /// <summary>How long things are kept.</summary>
    public RetentionTimes Retention { get; init; } = new();

    /// <summary>The chat API that enhances prompts; null: none does.</summary>
    public ChatSettings? Enhance { get; init; }

    /// <summary>Hosts and CIDRs that may be fetched from although the address rules forbid them.</summary>
    public IReadOnlyList<string> FetchAllow { get; init; } = [];

    /// <summary>Addresses and networks of proxies whose word on who called is believed; none by default.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    /// <summary>Requests of one key in a minute; null for any number. The default is 6,000.</summary>
    public int? KeyRate { get; init; } = 6000;

    /// <summary>Requests of one address without a good key in a minute; null for any number. The default is 600.</summary>
    public int? IpRate { get; init; } = 600;

    /// <summary>What accounts of role user are held to that have no limits of their own. The default is 10 generations at providers at once.</summary>
    public AccountLimits LimitsOfUsers { get; init; } = new(MaxConcurrent: 10, DailyGenerations: null);

    /// <summary>The sign-in provider; null for none.</summary>
    public OAuthOptions? OAuth { get; init; }

    /// <summary>Who may read <c>/metrics</c>. The default is administrators.</summary>
    public MetricsAccess Metrics { get; init; }

    /// <summary>Whether spans and metrics are sent where the <c>OTEL_…</c> variables say.</summary>
    public bool ExportsTelemetry { get; init; }

    /// <summary>How log lines are written. The default is text.</summary>
    public LogFormat LogFormat { get; init; }

    /// <summary>The key of the signature of callbacks to KIE's clients; null: they are not signed.</summary>
    public string? CallbackHmacKey { get; init; }

    public KieOptions Kie { get; init; } = new();

    /// <summary>Provider accounts beside the one of <see cref="Kie"/>, in the operator's order.</summary>
    public IReadOnlyList<ProviderAccount> ProviderAccounts { get; init; } = [];
    public double SandboxSpeed { get; init; } = 1;
    public SandboxRender SandboxRender { get; init; }
    public bool SandboxLimits { get; init; } = true;

    /// <summary>Whether the sandbox stands in for KIE.ai.</summary>
    public bool UsesSandbox => Kie.ApiKey is null && ProviderAccounts.All(account => account.Provider != ProviderNames.Kie);
}

/// <summary>How KIE.ai is reached, and what its callbacks must carry.</summary>
public sealed record KieOptions
{
    /// <summary>Null: the sandbox stands in.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The default is <c>https://api.kie.ai</c>.</summary>
    public Uri BaseUrl { get; init; } = new("https://api.kie.ai");

    /// <summary>The default is <c>https://kieai.redpandaai.co</c>.</summary>
    public Uri UploadBaseUrl { get; init; } = new("https://kieai.redpandaai.co");

    /// <summary>Callbacks of the market models must carry it; null: none is asked for.</summary>
    public string? CallbackSecret { get; init; }

    /// <summary>Callbacks of Veo must carry it. The default is <see cref="CallbackSecret"/>.</summary>
    public string? VeoSecret { get; init; }

    /// <summary>The key of KIE's callback signature; null: signatures are not checked.</summary>
    public string? HmacKey { get; init; }
}
