using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Server.Wire;
using Microsoft.Extensions.Hosting;

namespace Kinora.Server.Endpoints;

/// <summary>Writes an account's events to one listener until it leaves or the server stops.</summary>
/// <remarks>The feed only wakes; what is sent is read from the store, so that a listener that resumes misses nothing.</remarks>
internal sealed class AccountEvents(
    EventFeed feed, GenerationStore generations, AccountStore accounts, ModelCatalog catalog,
    KinoraOptions options, IHostApplicationLifetime lifetime, TimeProvider time)
{
    private const int Batch = 100;

    /// <summary>All of the account.</summary>
    /// <param name="after">The last event that the listener knows; null: only what happens from now on.</param>
    public async Task StreamAsync(HttpResponse response, string accountId, long? after, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var stream = new EventStream(response, feed, time);
        try
        {
            var seen = after ?? await accounts.LastEventAsync(accountId, stop.Token);
            await stream.BeginAsync(stop.Token);
            while (true)
            {
                var events = await generations.EventsAfterAsync(accountId, seen, Batch, stop.Token);
                if (events.Count > 0) seen = await SendAsync(stream, response.HttpContext.Request, accountId, events, stop.Token);
                else await stream.WaitAsync(accountId, seen, stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The listener left, or the server stops: either way the stream ends here.
        }
    }

    /// <summary>Those of one generation alone, until its end was told.</summary>
    /// <param name="after">The last event that the listener knows; null: it begins with the state as it is now.</param>
    public async Task StreamAsync(HttpResponse response, string accountId, string generationId, long? after, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var stream = new EventStream(response, feed, time);
        try
        {
            await stream.BeginAsync(stop.Token);
            for (var seen = after; ;)
            {
                // Where the account stands is read before the generation is: what happens between the two is told once more.
                var last = await accounts.LastEventAsync(accountId, stop.Token);
                var number = seen is { } known ? await generations.LastEventOfAsync(accountId, generationId, known, last, stop.Token) : last;
                if (number is { } told && await generations.FindAsync(generationId, stop.Token) is { } generation)
                {
                    Add(stream, told, generation, response.HttpContext.Request);
                    await stream.SendAsync(stop.Token);
                    if (generation.IsFinal) return;
                }

                seen = last;
                await stream.WaitAsync(accountId, last, stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // As above.
        }
    }

    private async Task<long> SendAsync(
        EventStream stream, HttpRequest request, string accountId, IReadOnlyList<AccountEvent> events, CancellationToken cancellationToken)
    {
        // Each comes as it stands now, so of several about one generation the last says all.
        foreach (var happened in events.Reverse().DistinctBy(e => e.Generation?.Id).Reverse())
        {
            if (happened.Generation is { } generation) Add(stream, happened.Number, generation, request);
        }

        var last = events[^1].Number;
        if (await accounts.FindAsync(accountId, cancellationToken) is { } account)
            stream.Add(last, "account", account.ToResponse(options, time.GetUtcNow()), WireJson.Answers.AccountResponse);
        await stream.SendAsync(cancellationToken);
        return last;
    }

    private void Add(EventStream stream, long number, Generation generation, HttpRequest request) =>
        stream.Add(number, "generation", generation.ToResponse(catalog, Languages.Of(null, request)), WireJson.Answers.GenerationResponse);
}
