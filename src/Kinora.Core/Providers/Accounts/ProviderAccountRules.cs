using System.Text.RegularExpressions;
using Kinora.Core.Webhooks;

namespace Kinora.Core.Providers.Accounts;

/// <summary>What an account must be like to be used.</summary>
public static partial class ProviderAccountRules
{
    private const int LongestKey = 500, MostKeys = 20;

    /// <summary>Every fault, by the field's name in JSON; none where the account can be used. No secret is repeated.</summary>
    public static IEnumerable<ProviderAccountFault> Faults(ProviderAccount account)
    {
        if (!Id().IsMatch(account.Id)) yield return new("id", "id must be 1 to 32 lower-case letters, digits and hyphens, and begin with a letter.", account.Id);
        if (!ProviderNames.All.Contains(account.Provider)) yield return new("provider", "provider must be one that Kinora speaks to.", account.Provider, ProviderNames.All);
        if (account is { Provider: ProviderNames.OpenAiVideos, BaseUrl: null }) yield return new("baseUrl", "A videos server needs its address.", null, [Address]);
        if (!IsWeb(account.BaseUrl)) yield return new("baseUrl", WebFault("baseUrl"), account.BaseUrl?.OriginalString, [Address]);
        if (!IsWeb(account.UploadBaseUrl)) yield return new("uploadBaseUrl", WebFault("uploadBaseUrl"), account.UploadBaseUrl?.OriginalString, [Address]);
        if (account.UploadBaseUrl is not null && account.Provider is not ProviderNames.Kie) yield return new("uploadBaseUrl", "KIE.ai alone has an upload host.");
        foreach (var fault in SecretFaults(account).Concat(BoundFaults(account))) yield return fault;
    }

    private const string Address = "an absolute http or https address";

    private static string WebFault(string field) => $"{field} must be {Address}, without a user, a query or a fragment.";

    private static bool IsWeb(Uri? url) =>
        url is null || (url.IsAbsoluteUri && url is { Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" });

    private static IEnumerable<ProviderAccountFault> SecretFaults(ProviderAccount account)
    {
        if (account.Keys.Count == 0 && account.Provider is not ProviderNames.OpenAiVideos) yield return new("keys", "It needs at least one key.");
        if (account.Keys.Count > MostKeys) yield return new("keys", $"It has at most {MostKeys} keys.");
        if (!account.Keys.All(key => key.Length is > 0 and <= LongestKey && key.All(letter => letter is > ' ' and <= '~')))
            yield return new("keys", $"A key has 1 to {LongestKey} visible ASCII characters without spaces.");
        if (account.Keys.Distinct(StringComparer.Ordinal).Count() < account.Keys.Count) yield return new("keys", "A key stands there twice.");
        if (account.WebhookSecret is null) yield break;
        if (account.Provider is not ProviderNames.Replicate) yield return new("webhookSecret", "Replicate alone signs by such a secret.");
        if (!StandardWebhooks.IsSecret(account.WebhookSecret)) yield return new("webhookSecret", "webhookSecret must be whsec_ and base64 of 24 to 64 bytes.");
    }

    private static IEnumerable<ProviderAccountFault> BoundFaults(ProviderAccount account)
    {
        if (account.Weight is not (>= 0.01 and <= 1000)) yield return Range("weight", account.Weight, "0.01 to 1000");
        if (!IsBudget(account.Submissions)) yield return Range("submissions", account.Submissions, Budget);
        if (!IsBudget(account.Reads)) yield return Range("reads", account.Reads, Budget);
        if (account.MaxConcurrent is < 1 or > 100_000) yield return Range("maxConcurrent", account.MaxConcurrent, "1 to 100000");
        if (account.DailyUsd is < 0 or > 1_000_000) yield return Range("dailyUsd", account.DailyUsd, "0 to 1000000");
        if (account.LowBalance is < 0 or > 1_000_000_000) yield return Range("lowBalance", account.LowBalance, "0 to 1000000000");
    }

    private const string Budget = "calls from 1 to 100000 in seconds from 1 to 86400";

    private static bool IsBudget(CallBudget? budget) => budget is null or { Calls: >= 1 and <= 100_000, Seconds: >= 1 and <= 86_400 };

    private static ProviderAccountFault Range(string field, object? given, string allowed) => new(field, $"{field} must be {allowed}.", given?.ToString(), [allowed]);

    [GeneratedRegex("^[a-z][a-z0-9-]{0,31}\\z", RegexOptions.None, 1000)]
    private static partial Regex Id();
}

/// <summary>Why an account cannot be used.</summary>
/// <param name="Given">Null for what is missing or secret.</param>
/// <param name="Allowed">Where few words say it.</param>
public sealed record ProviderAccountFault(string Field, string Message, string? Given = null, IReadOnlyList<string>? Allowed = null);
