using Kinora.Core.Fetching;
using Kinora.Core.Media;
using Kinora.Core.Providers;
using Kinora.Core.Storage;
using Microsoft.Extensions.Logging;

namespace Kinora.Core.Generations;

/// <summary>Brings the provider's files home: fetch, probe, poster, store; then the final state and the charge in one commit.</summary>
internal sealed partial class GenerationCollector(
    GenerationStore store, IGenerationProvider provider, OutputMedia outputs, TimeProvider time, ILogger<GenerationCollector> logger) : IGenerationStep
{
    private const int MostTries = 8;

    /// <summary>About a day, as long as KIE's addresses usually hold (kie-api 1).</summary>
    private const int MostTriesThroughTrouble = 150;

    public async Task TakeAsync(Generation generation, CancellationToken cancellationToken)
    {
        try
        {
            var stored = await outputs.CollectAsync(generation, provider.Origin, cancellationToken);
            await store.UpdateAsync(generation.Id, current => current.Collected(stored, time.GetUtcNow()), cancellationToken);
        }
        catch (Exception fault) when (fault is FetchException or MediaException or IOException)
        {
            LogNotCollected(generation.Id, generation.Tries + 1, fault.Message);
            await AgainAsync(generation, fault, cancellationToken);
        }
    }

    private async Task AgainAsync(Generation generation, Exception fault, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (most, wait) = MayPass(fault)
            ? (MostTriesThroughTrouble, Schedule.LongBackoff(generation.Tries + 1))
            : (MostTries, Schedule.Backoff(generation.Tries + 1));
        var fresh = fault is FetchException { Failure: FetchFailure.BadStatus } ? await FreshAsync(generation, cancellationToken) : null;
        await store.UpdateAsync(
            generation.Id,
            current => current.Version != generation.Version ? null
                : current.Tries + 1 < most
                    ? current.CollectAgain(fresh ?? current.ProviderOutputs, now, now + wait)
                    : current.Fail(Lost(fault), now, "output_lost") ?? current.StopLooking(now),
            cancellationToken);
    }

    private async Task<IReadOnlyList<Uri>?> FreshAsync(Generation generation, CancellationToken cancellationToken)
    {
        try
        {
            await provider.ReadSlotsAsync(1, cancellationToken);
            var seen = await provider.ObserveAsync(generation.Endpoint, generation.Attempt!.ProviderTaskId!, cancellationToken);
            return seen.Outputs.Count > 0 ? seen.Outputs : null;
        }
        catch (ProviderException)
        {
            return null;
        }
    }

    // A full disk, a network that is down, a host in trouble: the video is there and paid for, and waits.
    private static bool MayPass(Exception fault) => fault switch
    {
        FetchException fetch => fetch.Failure is FetchFailure.Unreachable or FetchFailure.TimedOut || fetch.Status is >= 500 or 429,
        MediaException media => media.Failure is MediaFailure.ToolMissing or MediaFailure.TimedOut,
        _ => true,
    };

    private static GenerationFailure Lost(Exception fault) => new(
        FailureCode.OutputLost, "The provider made the video, but it could not be brought home: " + fault.Message,
        fault is IOException ? FailureBy.Kinora : FailureBy.Provider);

    [LoggerMessage(230, LogLevel.Warning, "The files of {GenerationId} could not be collected (try {Tries}: {Reason}).")]
    private partial void LogNotCollected(string generationId, int tries, string reason);
}
