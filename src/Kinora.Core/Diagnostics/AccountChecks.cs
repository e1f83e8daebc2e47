using System.Globalization;
using Kinora.Core.Callbacks;
using Kinora.Core.Providers;
using Kinora.Core.Providers.Accounts;
using Kinora.Core.Storage;

namespace Kinora.Core.Diagnostics;

/// <summary>Looks at the configuration: addresses, keys, credits, and whether providers reach this server.</summary>
internal sealed class AccountChecks(ProviderAccounts accounts, CallbackAddresses addresses, CallbackLog callbacks)
{
    private const int CallbacksSeen = 100;

    /// <summary>Those of one account; what it is like goes into its standing.</summary>
    public async Task<IReadOnlyList<DiagnosticCheck>> OfAsync(ConnectedAccount one, CancellationToken cancellationToken)
    {
        var (id, reading) = (one.Account.Id, (await accounts.LookAsync(one, cancellationToken)).Reading);
        if (reading.State is ProviderAccountState.Unreachable) return [new(id, "address", CheckResult.Failed, $"{one.Address}: {reading.Reason}")];
        if (one.IsLocked) return [new(id, "key", CheckResult.Failed, reading.Reason!)];
        var address = new DiagnosticCheck(id, "address", CheckResult.Ok, $"{one.Address} answers.");
        if (reading.State is ProviderAccountState.Unauthorized) return [address, new(id, "key", CheckResult.Failed, reading.Reason ?? "None of its keys is taken.")];
        var key = new DiagnosticCheck(id, "key", CheckResult.Ok,
            one.Account.Keys.Count is 1 ? "The key is taken." : $"{one.Account.Keys.Count} keys; the one that was asked with is taken.");
        return reading.Balance is not { } balance ? [address, key] : [address, key, Credits(id, balance, reading)];
    }

    /// <summary>Whether providers can call back.</summary>
    public async Task<DiagnosticCheck> CallbacksAsync(CancellationToken cancellationToken)
    {
        var far = accounts.All.Where(one => addresses.For(one.Address) is null).Select(one => one.Account.Id).ToList();
        if (far.Count > 0)
        {
            return new(
                "server", "callbacks", CheckResult.Failed,
                $"KINORA_PUBLIC_URL is not set, so that these accounts cannot call back and are asked instead: {string.Join(", ", far)}.");
        }

        var heard = (await callbacks.ListAsync(null, null, CallbacksSeen, cancellationToken)).FirstOrDefault(one => one.Entry.IsProven);
        return heard is null
            ? new("server", "callbacks", CheckResult.Warning, "No provider has called back yet, so that nobody knows whether it can.")
            : new("server", "callbacks", CheckResult.Ok, string.Create(CultureInfo.InvariantCulture, $"A provider called back last at {heard.Entry.At:yyyy-MM-dd HH:mm} UTC."));
    }

    private static DiagnosticCheck Credits(string id, decimal balance, AccountReading reading) => new(
        id, "credits", reading.State is ProviderAccountState.OutOfCredits ? CheckResult.Failed : CheckResult.Ok,
        reading.Reason ?? string.Create(CultureInfo.InvariantCulture, $"{balance:#,0.##} credits."));
}
