namespace Kinora.Core.Providers.Accounts;

/// <summary>An account at a provider, as the operator wrote it down.</summary>
public sealed record ProviderAccount
{
    /// <summary>The operator's name for it: attempts and budgets name it for good. Lower-case letters, digits and hyphens, at most 32.</summary>
    public required string Id { get; init; }

    /// <summary><c>kie</c>, <c>replicate</c> or <c>openai-videos</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>Where its API is; null: the provider's own address. A videos server has none of its own.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>Where KIE.ai takes uploads; null: <see cref="BaseUrl"/> where that is given, else KIE.ai's upload host.</summary>
    public Uri? UploadBaseUrl { get; init; }

    /// <summary>Keys of the one account, used in turn; they share its budgets. None for a videos server without keys.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>How large a part of the submissions it takes beside other accounts of its provider that are as free. The default is 1.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>How many submissions it allows; null: what the provider documents.</summary>
    public CallBudget? Submissions { get; init; }

    /// <summary>How many other calls it allows; null: what the provider documents.</summary>
    public CallBudget? Reads { get; init; }

    /// <summary>How many generations may run there at the same time, over all nodes; null for any number.</summary>
    public int? MaxConcurrent { get; init; }

    /// <summary>How many US dollars may be spent there in a day (UTC), by the catalog's prices; null for any sum.</summary>
    public decimal? DailyUsd { get; init; }

    /// <summary>In the provider's credits: with a smaller balance it is asked for nothing new. The default is 0.</summary>
    public decimal LowBalance { get; init; }

    /// <summary>What Replicate signs its callbacks with (<c>whsec_…</c>); null: the token of the callback's address is the proof.</summary>
    public string? WebhookSecret { get; init; }

    /// <summary>Whether new generations go there. What runs there is brought home all the same. The default is true.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The id: keys belong into no text.</summary>
    public override string ToString() => Id;
}

/// <summary>At most so many calls in any window of time.</summary>
/// <param name="Calls">From 1 to 100,000.</param>
/// <param name="Seconds">From 1 to 86,400.</param>
public sealed record CallBudget(int Calls, int Seconds)
{
    /// <param name="name">Of the account and what it counts; all nodes that use the name share the budget.</param>
    internal RateGate Gate(string name, IRateBudgets budgets, TimeProvider time)
    {
        // What leaves at the right distance arrives at another: the provider's window may begin with a call that was slow and end with one that was quick.
        var window = TimeSpan.FromSeconds(Seconds);
        return new(new(name, Calls, window + TimeSpan.FromSeconds(Math.Clamp(Seconds * 0.05, 0.1, 1))), budgets, time);
    }
}
