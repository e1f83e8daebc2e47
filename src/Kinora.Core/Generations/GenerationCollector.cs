using Kinora.Core.Fetching;
using Kinora.Core.Media;
using Kinora.Core.Providers;
using Kinora.Core.Storage;
using Kinora.Core.Telemetry;
using Microsoft.Extensions.Logging;

namespace Kinora.Core.Generations;

/// <summary>Brings the provider's files home: fetch, probe, pictures, store; then the final state and the charge in one commit.</summary>
internal sealed partial class GenerationCollector(
    GenerationStore store, ProviderPool providers, OutputMedia outputs, TimeProvider time, ILogger<GenerationCollector> logger) : IGenerationStep
{
    private const int MostTries = 8;

    /// <summary>A file that came whole and is no video will hardly be one the next time.</summary>
    private const int MostTriesAtOther = 3;

    /// <summary>About a day, as long as KIE's addresses usually hold (kie-api 1).</summary>
    private const int MostTriesThroughTrouble = 150;

    public async Task TakeAsync(Generation generation, CancellationToken cancellationToken)
    {
        var stored = generation.StoredOutputs.ToList();
        try
        {
            while (stored.Count < generation.ProviderOutputs.Count)
            {
                stored.Add(await outputs.CollectAsync(generation, stored.Count, providers.Find(generation.Attempt!.Account), cancellationToken));
                KinoraTelemetry.Collected(stored[^1].Bytes);
            }

            await UpdateAsync(generation.Id, current => current.Collected(stored, time.GetUtcNow()), cancellationToken);
        }
        catch (Exception fault) when (fault is FetchException or MediaException or IOException or UnauthorizedAccessException)
        {
            LogNotCollected(generation.Id, generation.Tries + 1, fault.Message);
            await AgainAsync(generation, stored, fault, cancellationToken);
        }
    }

    private async Task AgainAsync(Generation generation, List<GenerationOutput> stored, Exception fault, CancellationToken cancellationToken)
    {
        var fresh = fault is FetchException { Status: 403 or 404 or 410 } ? await FreshAsync(generation, stored.Count, cancellationToken) : null;
        var now = time.GetUtcNow();
        var (most, wait) = MayPass(fault)
            ? (MostTriesThroughTrouble, Schedule.LongBackoff(generation.Tries + 1))
            : (Most(fault), Schedule.Backoff(generation.Tries + 1));
        try
        {
            await UpdateAsync(generation.Id, current => After(current, stored), cancellationToken);
        }
        catch (IOException) when (stored.Count > generation.StoredOutputs.Count)
        {
            // It took so long that the files were swept: sure is only what was committed before.
            await UpdateAsync(generation.Id, current => After(current, generation.StoredOutputs), cancellationToken);
        }

        GenerationChange? After(Generation current, IReadOnlyList<GenerationOutput> kept) =>
            current.Version != generation.Version ? null
            : current.Tries + 1 < most ? current.CollectAgain(kept, fresh ?? current.ProviderOutputs, now, now + wait)
            : current.Fail(Lost(fault), now, "output_lost") ?? current.StopLooking(now);
    }

    private async Task UpdateAsync(string id, Func<Generation, GenerationChange?> decide, CancellationToken cancellationToken)
    {
        var current = await store.UpdateAsync(id, decide, cancellationToken);
        CrashPoint.Pass("collect.committed");
        if (current is null or { IsFinal: true, DueAt: null }) outputs.Forget(id);
    }

    // The record may name another address by now; where it names the dead one again, the provider may have a link that leads to the same file.
    private async Task<IReadOnlyList<Uri>?> FreshAsync(Generation generation, int dead, CancellationToken cancellationToken)
    {
        try
        {
            var provider = providers.Of(generation);
            await provider.ReadSlotsAsync(1, cancellationToken);
            var seen = await ProviderCall.ObserveAsync(provider, generation, generation.Attempt!.ProviderTaskId!, time, cancellationToken);
            if (dead >= seen.Outputs.Count) return null;
            if (seen.Outputs[dead] != generation.ProviderOutputs[dead]) return seen.Outputs;
            using var call = new ProviderCall(provider, "fresh_link", generation, time);
            return call.Answered(await provider.FreshLinkAsync(seen.Outputs[dead], cancellationToken)) is { } link
                ? [.. seen.Outputs.Select((output, index) => index == dead ? link : output)]
                : null;
        }
        catch (ProviderException)
        {
            return null;
        }
    }

    // A full disk, a store or a network that is down, a host in trouble: the video is there and paid for, and waits.
    private static bool MayPass(Exception fault) => fault switch
    {
        FetchException fetch => fetch.Failure is FetchFailure.Unreachable or FetchFailure.TimedOut || fetch.Status is >= 500 or 429,
        MediaException media => media.Failure is MediaFailure.ToolMissing or MediaFailure.Stopped,
        _ => true,
    };

    private static int Most(Exception fault) => fault switch
    {
        FetchException { Failure: FetchFailure.TooLarge } => 1,
        MediaException => MostTriesAtOther,
        _ => MostTries,
    };

    private static GenerationFailure Lost(Exception fault) => new(
        FailureCode.OutputLost, "The provider made the video, but it could not be brought home: " + fault.Message,
        fault is FetchException or MediaException ? FailureBy.Provider : FailureBy.Kinora);

    [LoggerMessage(230, LogLevel.Warning, "The files of {GenerationId} could not be collected (try {Tries}: {Reason}).")]
    private partial void LogNotCollected(string generationId, int tries, string reason);
}
