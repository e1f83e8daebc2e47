using System.Globalization;
using Kinora.Core.Providers;
using Kinora.Core.Storage;
using Kinora.Core.Telemetry;

namespace Kinora.Core.Generations;

/// <summary>Withdraws generations: for nothing while no provider was asked, after that only where the provider can stop what it took.</summary>
public sealed class GenerationCanceler(GenerationStore store, ProviderPool providers, TimeProvider time)
{
    /// <summary>Null when there is no such generation.</summary>
    public async Task<CancelResult?> CancelAsync(string id, CancellationToken cancellationToken)
    {
        CrashPoint.Pass("cancel.asked");
        var current = await store.UpdateAsync(id, generation => generation.Cancel(time.GetUtcNow()), cancellationToken);
        CrashPoint.Pass("cancel.committed");
        return current switch
        {
            null => null,
            { Status: GenerationStatus.Canceled } => new CancelResult.Canceled(current),
            { Status: GenerationStatus.Running, Attempt.ProviderTaskId: { } taskId } => await StopAsync(current, taskId, cancellationToken),
            _ => new CancelResult.Refused(current, WhyNot(current)),
        };
    }

    private async Task<CancelResult> StopAsync(Generation running, string taskId, CancellationToken cancellationToken)
    {
        ProviderCancellation answer;
        try
        {
            var provider = providers.Of(running);
            using var call = new ProviderCall(provider, "cancel", running, time);
            answer = call.Answered(await provider.CancelAsync(running.Endpoint, taskId, cancellationToken));
        }
        catch (ProviderException fault)
        {
            return new CancelResult.Refused(running, $"It is running, and the provider could not be asked to stop it ({fault.Message}). Try again.");
        }

        if (answer is ProviderCancellation.Impossible) return new CancelResult.Refused(running, WhyNot(running));

        // Whatever ended first counts: a success that was seen meanwhile is collected and charged.
        var current = (await store.UpdateAsync(
            running.Id, generation => answer is ProviderCancellation.Stopped ? generation.Stopped(taskId, time.GetUtcNow()) : null, cancellationToken))!;
        return current.Status is GenerationStatus.Canceled
            ? new CancelResult.Canceled(current)
            : new CancelResult.Refused(current, "The provider was asked to stop it and was too far on. It ends as the provider says; a failure costs nothing.");
    }

    private static string WhyNot(Generation generation) => generation switch
    {
        { Status: GenerationStatus.Submitting, Attempt: { AnswerLost: true } attempt } =>
            "It is submitting: the provider was asked and its answer was lost. Unless it is heard of, it ends uncharged at "
            + attempt.GiveUpAt.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) + ".",
        { Status: GenerationStatus.Submitting } => "It is submitting: the provider is being asked at this moment. Try again in a minute.",
        { Status: GenerationStatus.Running } =>
            $"It is running: the provider has taken it and cannot be told to stop. "
            + $"The video will be stored and charged ({generation.Held} credits at most); a failure costs nothing.",
        { Status: GenerationStatus.Collecting } => "It is collecting: the provider has made the video. It is being stored and then charged.",
        { Status: GenerationStatus.Succeeded } => "It has succeeded: the video is stored and charged.",
        _ => "It has failed: nothing runs and nothing is charged.",
    };
}
