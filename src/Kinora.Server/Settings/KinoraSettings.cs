using System.Net;
using Kinora.Core.Accounts;
using Kinora.Core.Enhancement;
using Kinora.Core.Retention;
using Kinora.Core.Storage.Postgres;
using Kinora.Sandbox;
using Kinora.Server.Hosting;
using Kinora.Server.Telemetry;
using Microsoft.Extensions.Configuration;
using Names = Kinora.Server.Settings.SettingNames;

namespace Kinora.Server.Settings;

/// <summary>Reads the server's settings.</summary>
public static class KinoraSettings
{
    /// <summary>The options, and every fault; the options hold only where there is none.</summary>
    public static (KinoraOptions Options, IReadOnlyList<SettingFault> Faults) Read(IConfiguration configuration)
    {
        var read = new SettingReader(configuration);
        var options = new KinoraOptions
        {
            Urls = read.List(Names.Urls, "addresses such as http://localhost:5080 (for https put a reverse proxy in front)", IsListenUrl) ?? ["http://localhost:5080"],
            DataFolder = Folder(read, Names.Data, DefaultDataFolder()),
            Assets = AssetPlace.Read(read),
            Database = Database(read),
            CatalogFolder = ExistingFolder(read, Names.Catalog, Path.Combine(AppContext.BaseDirectory, "catalog")),
            CatalogOverride = ExistingFile(read, Names.CatalogOverride),
            AdminKey = read.Secret(Names.AdminKey),
            InitialCredits = read.Parsed(Names.InitialCredits, 10_000L, "a whole number from 0 to 1000000000", n => n is >= 0 and <= 1_000_000_000),
            PublicUrl = read.Url(Names.PublicUrl, bare: true),
            OutcomeWait = OutcomeWait(read),
            ProbeEvery = read.Interval(Names.ProbeEvery),
            ProbeRenders = read.Parsed(Names.ProbeRenders, 0, "a whole number from 0 to 1000", n => n is >= 0 and <= 1000),
            Retention = Retention(read),
            DiagnosticsEvery = read.Interval(Names.DiagnosticsEvery),
            Enhance = Enhance(read),
            OAuth = OAuthSettings.Read(read),
            Metrics = read.OneOf(Names.Metrics, MetricsAccess.Admin, ("admin", MetricsAccess.Admin), ("open", MetricsAccess.Open), ("off", MetricsAccess.Off)),
            ExportsTelemetry = ExportsTelemetry(read),
            LogFormat = read.OneOf(Names.LogFormat, LogFormat.Text, ("text", LogFormat.Text), ("json", LogFormat.Json)),
            FetchAllow = read.List(Names.FetchAllow, "host names and CIDRs such as files.example.com,10.1.0.0/16", IsHostOrNetwork) ?? [],
            TrustedProxies = read.List(Names.TrustedProxies, "addresses and CIDRs such as 10.0.0.5,192.168.0.0/16", text => AddressRange.TryRead(text, out _)) ?? [],
            KeyRate = read.Count(Names.KeyRate, 6000, "off"),
            IpRate = read.Count(Names.IpRate, 600, "off"),
            LimitsOfUsers = new(read.Count(Names.AccountConcurrency, 10, "none"), read.Count(Names.AccountDaily, null, "none")),
            SandboxSpeed = read.Parsed(Names.SandboxSpeed, 1d, "a number from 0 (at once) to 100; 1 is normal", n => n is >= 0 and <= 100),
            SandboxRender = Render(read, Names.SandboxRender),
            SandboxLimits = read.OneOf(Names.SandboxLimits, true, ("on", true), ("off", false)),
            CallbackHmacKey = read.Secret(Names.CallbackHmacKey),
            Kie = Kie(read),
            ProviderAccounts = ProviderFile.Read(read),
        };
        return (options, read.Faults);
    }

    private static KieOptions Kie(SettingReader read)
    {
        var fallback = new KieOptions();
        var market = read.Url(Names.KieBaseUrl);
        var secret = read.Secret(Names.KieCallbackSecret);
        return new()
        {
            ApiKey = read.Secret(Names.KieApiKey),
            BaseUrl = market ?? fallback.BaseUrl,
            // Whoever stands in for the market host stands in for its upload host too, unless told otherwise.
            UploadBaseUrl = read.Url(Names.KieUploadBaseUrl) ?? market ?? fallback.UploadBaseUrl,
            CallbackSecret = secret,
            VeoSecret = read.Secret(Names.VeoSecret) ?? secret,
            HmacKey = read.Secret(Names.KieHmacKey),
        };
    }

    internal static SandboxRender Render(SettingReader read, string name) => read.OneOf(
        name, SandboxRender.Full, ("full", SandboxRender.Full), ("fast", SandboxRender.Fast), ("none", SandboxRender.None));

    internal static bool IsListenUrl(string text) =>
        SettingReader.IsUrl(text.Replace("://*", "://any", StringComparison.Ordinal).Replace("://+", "://any", StringComparison.Ordinal), out var url)
        && url is { Scheme: "http", AbsolutePath: "/", Query: "" };

    internal static string Folder(SettingReader read, string name, string fallback)
    {
        var path = read.Text(name) ?? fallback;
        if (path.Length > 0 && !path.Contains('\0', StringComparison.Ordinal) && !File.Exists(path)) return Path.GetFullPath(path);
        read.Fault(name, path.Length > 0 ? path : null, "a folder, which is made where it is absent");
        return path;
    }

    // It carries a password, so what was given is not told.
    private static string? Database(SettingReader read)
    {
        if (read.Text(Names.Database) is not { } text) return null;
        if (PostgresAddress.Read(text) is { } address) return address;
        read.Fault(Names.Database, null, "a PostgreSQL address such as postgres://kinora:password@db.example.com/kinora or Host=db.example.com;Username=kinora;Database=kinora");
        return null;
    }

    private static string ExistingFolder(SettingReader read, string name, string fallback)
    {
        var path = Path.GetFullPath(read.Text(name) ?? fallback);
        if (!Directory.Exists(path)) read.Fault(name, path, "a folder with the model catalog");
        return path;
    }

    private static string? ExistingFile(SettingReader read, string name)
    {
        if (read.Text(name) is not { } text) return null;
        var path = Path.GetFullPath(text);
        if (!File.Exists(path)) read.Fault(name, path, "a file with changes to the model catalog");
        return path;
    }

    // $XDG_DATA_HOME or ~/.local/share on Linux, and its like elsewhere; empty where the user has no home.
    private static string DefaultDataFolder() =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) is { Length: > 0 } home ? Path.Combine(home, "kinora") : "";

    private static TimeSpan? OutcomeWait(SettingReader read)
    {
        var wait = read.Parsed(Names.OutcomeWait, TimeSpan.Zero, "a time such as 00:02:00, above 0 and at most 7 days", t => t > TimeSpan.Zero && t <= TimeSpan.FromDays(7));
        return wait == TimeSpan.Zero ? null : wait;
    }

    private static ChatSettings? Enhance(SettingReader read)
    {
        var (url, key, model) = (read.Url(Names.EnhanceUrl), read.Secret(Names.EnhanceKey), read.Text(Names.EnhanceModel));
        if (url is not null && model is not null) return new(url, key, model);
        var isOne = $"a value, as {Names.EnhanceUrl} and {Names.EnhanceModel} are set together, and {Names.EnhanceKey} only with them";
        if (read.Text(Names.EnhanceUrl) is not null && model is null) read.Fault(Names.EnhanceModel, null, isOne);
        else if (read.Text(Names.EnhanceUrl) is null && (key is not null || model is not null)) read.Fault(Names.EnhanceUrl, null, isOne);
        return null;
    }

    // Only whether: the SDK reads them for itself.
    private static bool ExportsTelemetry(SettingReader read) =>
        !string.Equals(read.Text(Names.OtelDisabled), "true", StringComparison.OrdinalIgnoreCase)
        && read.Url(Names.OtlpEndpoint) is not null;

    private static RetentionTimes Retention(SettingReader read)
    {
        var usual = new RetentionTimes();
        return new()
        {
            Uploads = read.KeepTime(Names.KeepUploads, usual.Uploads),
            Outputs = read.KeepTime(Names.KeepOutputs, usual.Outputs),
            Logs = read.KeepTime(Names.KeepLogs, usual.Logs),
        };
    }

    private static bool IsHostOrNetwork(string text) =>
        IPAddress.TryParse(text, out _) || (text.Contains('/', StringComparison.Ordinal) ? IPNetwork.TryParse(text, out _) : Uri.CheckHostName(text) is UriHostNameType.Dns);
}
