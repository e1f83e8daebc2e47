namespace Kinora.Core.Providers;

/// <summary>How a task stands at the provider.</summary>
/// <param name="Words">The provider's own word for it.</param>
public sealed record ProviderObservation(ProviderTaskState State, string Words)
{
    /// <summary>Percent, where the provider tells it.</summary>
    public int? Progress { get; init; }

    /// <summary>Addresses of what was made; they lapse soon. A success without any cannot be delivered yet.</summary>
    public IReadOnlyList<Uri> Outputs { get; init; } = [];
    public string? FailureMessage { get; init; }

    /// <summary>Whether nobody knows what <see cref="Words"/> means; it is taken for active.</summary>
    public bool IsUnknownWord { get; init; }

    /// <summary>From its acceptance to its success, by the provider's own clock, where it tells that.</summary>
    public TimeSpan? Took { get; init; }
    public string? FailureCode { get; init; }

    /// <summary>What the provider says that it charged, in its own credits.</summary>
    public decimal? UpstreamCredits { get; init; }
}

/// <summary>The states of a provider task, over all providers.</summary>
public enum ProviderTaskState
{
    /// <summary>Not final: waiting, running, or a word that nobody knows.</summary>
    Active,

    /// <summary>Final: it was made.</summary>
    Succeeded,

    /// <summary>Final: nothing was made.</summary>
    Failed,
}
