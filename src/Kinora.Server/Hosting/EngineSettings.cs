using Kinora.Core;
using Kinora.Core.Providers.Accounts;
using Kinora.Server.Auth;

namespace Kinora.Server.Hosting;

/// <summary>What the engine is told of the server's settings.</summary>
internal static class EngineSettings
{
    // Made anew by each process: nobody else on this machine has business with its sandbox.
    internal static readonly string SandboxKey = Secret.New();

    /// <summary>Whether it is KIE.ai itself: a stand-in runs on this machine.</summary>
    public static bool IsLive(KinoraOptions options) => !options.UsesSandbox && KieAccounts(options, null).Any(account => account.BaseUrl?.IsLoopback is not true);

    public static string CatalogOverride(KinoraOptions options) => options.CatalogOverride ?? Path.Combine(options.DataFolder, "catalog.override.json");

    /// <param name="sandbox">Where the sandbox listens that stands in for KIE.ai; null when KIE.ai itself is used.</param>
    public static CoreOptions Of(KinoraOptions options, Uri? sandbox) => new()
    {
        DataFolder = options.DataFolder,
        AssetsFolder = options.Assets.Folder,
        S3 = options.Assets.S3,
        Database = options.Database,
        CatalogFolder = options.CatalogFolder,
        CatalogOverride = CatalogOverride(options),
        OutcomeWait = options.OutcomeWait,
        ProbeEvery = options.ProbeEvery,
        ProbeRenders = options.ProbeRenders,
        ProbeAccount = Owner.Id,
        Enhance = options.Enhance,
        FetchAllow = options.FetchAllow,
        LimitsOfUsers = options.LimitsOfUsers,
        Retention = options.Retention,
        DiagnosticsEvery = options.DiagnosticsEvery,
        ProviderAccounts = [.. KieAccounts(options, sandbox), .. options.ProviderAccounts.Where(account => account.Provider != ProviderNames.Kie)],
        Kie = new()
        {
            Live = IsLive(options),
            Budgeted = IsLive(options) || options.SandboxLimits,
            TypicalSeconds = sandbox is null ? null : SandboxSeconds(options.SandboxSpeed),
            CallbackSecret = options.Kie.CallbackSecret,
            VeoSecret = options.Kie.VeoSecret,
        },
    };

    private static IEnumerable<ProviderAccount> KieAccounts(KinoraOptions options, Uri? sandbox)
    {
        var first = new ProviderAccount { Id = ProviderNames.Kie, Provider = ProviderNames.Kie };
        if (sandbox is not null) return [first with { BaseUrl = sandbox, Keys = [SandboxKey] }];
        var others = options.ProviderAccounts.Where(account => account.Provider == ProviderNames.Kie);
        return options.Kie.ApiKey is { } key
            ? [first with { BaseUrl = options.Kie.BaseUrl, UploadBaseUrl = options.Kie.UploadBaseUrl, Keys = [key] }, .. others]
            : others;
    }

    /// <summary>Its states take 4 s at speed 1; rendering and collecting as long again on a small machine.</summary>
    private static int SandboxSeconds(double speed) => 4 + (int)Math.Ceiling(4 * speed);
}
