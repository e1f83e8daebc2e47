using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Server.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Kinora.Server.Endpoints;

/// <summary>Writes an account's events to one listener until it leaves or the server stops.</summary>
/// <remarks>The feed only wakes; what is sent is read from the store, so that a listener that resumes misses nothing.</remarks>
internal sealed class AccountEvents(
    EventFeed feed, GenerationStore generations, AccountStore accounts, ModelCatalog catalog,
    KinoraOptions options, IHostApplicationLifetime lifetime, TimeProvider time)
{
    public static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);
    private const int Batch = 100;

    /// <param name="after">The last event that the listener knows; null: only what happens from now on.</param>
    public async Task StreamAsync(HttpResponse response, string accountId, long? after, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            var seen = after ?? await accounts.LastEventAsync(accountId, stop.Token);
            await WriteAsync(response, "retry: 2000\n\n", stop.Token);
            while (true)
            {
                var events = await generations.EventsAfterAsync(accountId, seen, Batch, stop.Token);
                if (events.Count > 0) seen = await SendAsync(response, accountId, events, stop.Token);
                else if (!await WokenAsync(accountId, seen, stop.Token)) await WriteAsync(response, ": keep-alive\n\n", stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The listener left, or the server stops: either way the stream ends here.
        }
    }

    private async Task<long> SendAsync(HttpResponse response, string accountId, IReadOnlyList<AccountEvent> events, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        // Each comes as it stands now, so of several about one generation the last says all.
        foreach (var happened in events.Reverse().DistinctBy(e => e.Generation?.Id).Reverse())
        {
            if (happened.Generation is { } generation)
                Append(text, happened.Number, "generation", generation.ToResponse(catalog, Languages.Of(null, response.HttpContext.Request)), WireJson.Answers.GenerationResponse);
        }

        var last = events[^1].Number;
        if (await accounts.FindAsync(accountId, cancellationToken) is { } account)
            Append(text, last, "account", account.ToResponse(options), WireJson.Answers.AccountResponse);
        await WriteAsync(response, text.ToString(), cancellationToken);
        return last;
    }

    /// <summary>Whether something happened before the stream had to be kept alive.</summary>
    private async Task<bool> WokenAsync(string accountId, long seen, CancellationToken cancellationToken)
    {
        using var quiet = new CancellationTokenSource(KeepAlive, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, quiet.Token);
        try
        {
            await feed.WaitAsync(accountId, seen, either.Token);
            return true;
        }
        catch (OperationCanceledException) when (quiet.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private static void Append<T>(StringBuilder text, long number, string name, T content, JsonTypeInfo<T> type) => text
        .Append("id: ").Append(number.ToString(CultureInfo.InvariantCulture))
        .Append("\nevent: ").Append(name)
        .Append("\ndata: ").Append(JsonSerializer.Serialize(content, type)).Append("\n\n");

    private static async Task WriteAsync(HttpResponse response, string text, CancellationToken cancellationToken)
    {
        await response.WriteAsync(text, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
