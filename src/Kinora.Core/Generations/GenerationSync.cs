using Kinora.Core.Providers;
using Kinora.Core.Storage;

namespace Kinora.Core.Generations;

/// <summary>Reads a provider's record when a person asks for it, through the settler and within the provider's budget of reads.</summary>
public sealed class GenerationSync(GenerationStore store, ProviderPool providers, GenerationSettler settler, TimeProvider time)
{
    /// <summary>Within this time of the last reading nothing new is to be expected, and nobody may spend the others' budget.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    /// <summary>Null when there is no such generation.</summary>
    public async Task<SyncResult?> SyncAsync(string id, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } generation) return null;
        if (WhyNot(generation, time.GetUtcNow()) is { } reason) return new(generation, Asked: false, reason);
        if (providers.Find(generation.Attempt!.Account) is { } account) await account.ReadSlotsAsync(1, cancellationToken);
        var (after, seen, fault) = await settler.ReadAsync(generation, "sync", cancellationToken);
        return new(after, Asked: true, seen?.State switch
        {
            null => $"The provider could not be asked: {fault}",
            ProviderTaskState.Succeeded => "The provider has made the video.",
            ProviderTaskState.Failed => "The provider says that it failed.",
            _ => $"The provider is still at work. It calls that \"{seen.Words}\".",
        });
    }

    private static string? WhyNot(Generation generation, DateTimeOffset now) => generation switch
    {
        { Status: GenerationStatus.Queued } => "It is queued: no provider has it.",
        { Status: GenerationStatus.Submitting } => "It is submitting: the provider has not named a task yet, so there is nothing to read.",
        { Status: GenerationStatus.Collecting } => "The provider has made the video; it is being stored.",
        { Status: GenerationStatus.Failed, MaySucceedLate: true, Attempt.ProviderTaskId: null } =>
            "The provider never named a task, so there is nothing to read. A callback would still be heard.",
        { IsFinal: true, MaySucceedLate: false } => "It has ended, and the end does not change any more.",
        { DueAt: null, ProviderOutputs.Count: > 0 } => "The provider made the video, but it could not be brought home, and that is not tried any more.",
        { ProviderOutputs.Count: > 0 } => "The provider has made the video; it is being stored.",
        { Attempt.ReadAt: { } read } when now - read < Fresh => "The provider was asked a moment ago and was still at work.",
        _ => null,
    };
}

/// <summary>What came of reading the provider's record.</summary>
/// <param name="Generation">As it stands afterwards.</param>
/// <param name="Asked">Whether the provider was asked.</param>
/// <param name="Message">What it said, or why it was not asked, for people.</param>
public sealed record SyncResult(Generation Generation, bool Asked, string Message);
