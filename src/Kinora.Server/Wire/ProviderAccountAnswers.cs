using Kinora.Client;
using Kinora.Core.Providers;
using Kinora.Core.Providers.Accounts;
using Kinora.Core.Storage;

namespace Kinora.Server.Wire;

/// <summary>Provider accounts, between the domain and the wire.</summary>
internal sealed class ProviderAccountAnswers(AccountStandings standings, ProviderCaps caps, TimeProvider time)
{
    private const int Shown = 4;

    public async Task<ProviderAccountResponse> OfAsync(ConnectedAccount one, CancellationToken cancellationToken)
    {
        var (account, standing) = (one.Account, standings.Find(one.Account.Id));
        return new()
        {
            Id = account.Id,
            Provider = account.Provider,
            Source = one.IsConfigured ? "configuration" : "entered",
            BaseUrl = one.Address,
            Keys = [.. account.Keys.Select(key => key[^Math.Min(Shown, key.Length / 2)..])],
            Weight = account.Weight,
            Submissions = Of(account.Submissions),
            Reads = Of(account.Reads),
            MaxConcurrent = account.MaxConcurrent,
            DailyUsd = account.DailyUsd,
            LowBalance = account.LowBalance,
            HasWebhookSecret = account.WebhookSecret is not null,
            Enabled = account.Enabled,
            Locked = one.IsLocked,
            State = WireNames.Of(standing?.Reading.State ?? ProviderAccountState.Unknown),
            Reason = standing?.Reading.Reason,
            Since = standing?.Since,
            CheckedAt = standing?.At,
            Balance = standing?.Reading.Balance,
            Running = await caps.RunningAsync(account.Id, cancellationToken),
            SpentUsd = await caps.SpentAsync(account.Id, ProviderCaps.Day(time.GetUtcNow()), cancellationToken) / ProviderCaps.Millionths,
        };
    }

    private static CallBudgetBody? Of(CallBudget? budget) => budget is null ? null : new(budget.Calls, budget.Seconds);
}

internal static class ProviderAccountMapping
{
    /// <param name="before">Whose secrets stay where the request has none; not when it leads elsewhere, or else whoever may write accounts could have keys sent to himself.</param>
    public static ProviderAccount ToAccount(this ProviderAccountRequest request, string id, ProviderAccount? before)
    {
        var old = before is not null && (before.Provider, before.BaseUrl, before.UploadBaseUrl) == (request.Provider, request.BaseUrl, request.UploadBaseUrl) ? before : null;
        return New(request, id, old);
    }

    public static FieldProblem ToProblem(this ProviderAccountFault fault) => new(fault.Field, fault.Message, fault.Given, fault.Allowed);

    private static ProviderAccount New(ProviderAccountRequest request, string id, ProviderAccount? before) => new()
    {
        Id = id,
        Provider = request.Provider,
        BaseUrl = request.BaseUrl,
        UploadBaseUrl = request.UploadBaseUrl,
        Keys = request.Keys ?? before?.Keys ?? [],
        Weight = request.Weight ?? 1,
        Submissions = Of(request.Submissions),
        Reads = Of(request.Reads),
        MaxConcurrent = request.MaxConcurrent,
        DailyUsd = request.DailyUsd,
        LowBalance = request.LowBalance ?? 0,
        WebhookSecret = request.WebhookSecret ?? before?.WebhookSecret,
        Enabled = request.Enabled ?? true,
    };

    private static CallBudget? Of(CallBudgetBody? body) => body is null ? null : new(body.Calls, body.Seconds);
}
