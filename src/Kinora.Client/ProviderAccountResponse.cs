using System.ComponentModel.DataAnnotations;

namespace Kinora.Client;

/// <summary>The provider accounts of a server, those of its configuration first.</summary>
public sealed record ProviderAccountPage(IReadOnlyList<ProviderAccountResponse> Items);

/// <summary>An account at a provider, as an administrator enters it. What is left out has its default, but for the secrets, which stay as they were.</summary>
public sealed record ProviderAccountRequest
{
    /// <summary><c>kie</c>, <c>replicate</c> or <c>openai-videos</c>.</summary>
    [AllowedValues("kie", "replicate", "openai-videos")]
    public required string Provider { get; init; }

    /// <summary>Where its API is: an absolute http or https address. The provider's own when left out; a videos server needs one.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>Where KIE.ai takes uploads. <c>baseUrl</c> where that is given, else KIE.ai's upload host.</summary>
    public Uri? UploadBaseUrl { get; init; }

    /// <summary>1 to 20 keys of the one account, used in turn; they share its budgets. Left out: those it has, while its addresses stay the same.</summary>
    public IReadOnlyList<string>? Keys { get; init; }

    /// <summary>0.01 to 1000: how large a part of the submissions it takes beside accounts of its provider that are as free; 1 when left out.</summary>
    public double? Weight { get; init; }

    /// <summary>How many submissions it allows; what the provider documents when left out.</summary>
    public CallBudgetBody? Submissions { get; init; }

    /// <summary>How many other calls it allows; what the provider documents when left out.</summary>
    public CallBudgetBody? Reads { get; init; }

    /// <summary>1 to 100,000: how many generations may run there at the same time, over all servers; any number when left out.</summary>
    public int? MaxConcurrent { get; init; }

    /// <summary>0 to 1,000,000: how many US dollars may be spent there in a day (UTC), by the catalog's prices; any sum when left out.</summary>
    public decimal? DailyUsd { get; init; }

    /// <summary>In the provider's credits: with a smaller balance it is asked for nothing new; 0 when left out.</summary>
    public decimal? LowBalance { get; init; }

    /// <summary>What Replicate signs its callbacks with (<c>whsec_…</c>). Left out: the one it has, while its addresses stay the same.</summary>
    public string? WebhookSecret { get; init; }

    /// <summary>Whether new generations go there; true when left out.</summary>
    public bool? Enabled { get; init; }
}

/// <summary>At most so many calls in any window of time.</summary>
/// <param name="Calls">From 1 to 100,000.</param>
/// <param name="Seconds">From 1 to 86,400.</param>
public sealed record CallBudgetBody(int Calls, int Seconds);

/// <summary>An account at a provider, and how it stands.</summary>
public sealed record ProviderAccountResponse
{
    public required string Id { get; init; }

    /// <summary><c>kie</c>, <c>replicate</c> or <c>openai-videos</c>.</summary>
    public required string Provider { get; init; }

    /// <summary><c>configuration</c>, which is changed there alone, or <c>entered</c>.</summary>
    [AllowedValues("configuration", "entered")]
    public required string Source { get; init; }

    /// <summary>Where its API is.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>The last four characters of each key.</summary>
    public required IReadOnlyList<string> Keys { get; init; }
    public required double Weight { get; init; }

    /// <summary>Null: what the provider documents.</summary>
    public CallBudgetBody? Submissions { get; init; }

    /// <summary>Null: what the provider documents.</summary>
    public CallBudgetBody? Reads { get; init; }

    /// <summary>Null: any number.</summary>
    public int? MaxConcurrent { get; init; }

    /// <summary>Null: any sum.</summary>
    public decimal? DailyUsd { get; init; }
    public required decimal LowBalance { get; init; }

    /// <summary>Whether callbacks are checked by a secret of Replicate's.</summary>
    public required bool HasWebhookSecret { get; init; }
    public required bool Enabled { get; init; }

    /// <summary>Whether its keys cannot be read, because what they were protected by is gone; they must be entered again.</summary>
    public required bool Locked { get; init; }

    /// <summary>
    /// <c>good</c>; <c>unauthorized</c>: its keys are not taken; <c>out_of_credits</c>: it has less than is to be kept; <c>unreachable</c>; or
    /// <c>unknown</c> until somebody has looked. New generations go to accounts that are good, unreachable or unknown.
    /// </summary>
    [AllowedValues("good", "unauthorized", "out_of_credits", "unreachable", "unknown")]
    public required string State { get; init; }

    /// <summary>Why it is not good, in the provider's words or ours.</summary>
    public string? Reason { get; init; }

    /// <summary>Since when it stands like that, as far as this server knows.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>When it was looked at last.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>In the provider's own credits, where it tells them.</summary>
    public decimal? Balance { get; init; }

    /// <summary>Generations that run there now, over all servers.</summary>
    public required long Running { get; init; }

    /// <summary>US dollars that were spent there today (UTC), by the catalog's prices. Counted only where there is a <c>dailyUsd</c>.</summary>
    public required decimal SpentUsd { get; init; }
}
