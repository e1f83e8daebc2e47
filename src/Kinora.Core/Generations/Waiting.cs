namespace Kinora.Core.Generations;

/// <summary>Why a queued generation is not with the provider yet.</summary>
/// <param name="Reason">What the provider, or the way to it, said last.</param>
/// <param name="Since">When it was first put off.</param>
/// <param name="Tries">How often it was put off since.</param>
public sealed record Waiting(string Reason, DateTimeOffset Since, int Tries)
{
    /// <summary>Whether it waits for others of its account to end, rather than for a provider.</summary>
    public bool ForAccount { get; init; }
}
