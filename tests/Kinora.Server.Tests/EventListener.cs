using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace Kinora.Server.Tests;

/// <summary>Reads an account's event stream; everything that was sent once is seen once.</summary>
internal sealed class EventListener : IDisposable
{
    private readonly HttpResponseMessage _answer;
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    // A stream that never brings what a test waits for fails it instead of hanging it.
    private readonly CancellationTokenSource _patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);

    private EventListener(HttpResponseMessage answer, Stream stream)
    {
        _patience.CancelAfter(TimeSpan.FromSeconds(60));
        (_answer, _items) = (answer, SseParser.Create(stream).EnumerateAsync(_patience.Token).GetAsyncEnumerator(_patience.Token));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="after">The last event that is known; null: from now on. The stream has begun when this completes.</param>
    /// <param name="path">Another stream than the account's.</param>
    public static async Task<EventListener> StartAsync(HttpClient client, string? after = null, string path = "/api/events")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (after is not null) request.Headers.Add("Last-Event-ID", after);
        var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        return new(answer, await answer.Content.ReadAsStreamAsync(Stop));
    }

    /// <summary>The next event that fits; fails when the stream ends before it.</summary>
    public async Task<Event> UntilAsync(Func<Event, bool> fits)
    {
        while (await NextAsync() is { } next)
        {
            if (fits(next)) return next;
        }

        throw new InvalidOperationException("The stream ended.");
    }

    /// <summary>Null at the end of the stream.</summary>
    public async Task<Event?> NextAsync() =>
        await _items.MoveNextAsync() ? new(_items.Current.EventType, _items.Current.EventId, JsonNode.Parse(_items.Current.Data)!) : null;

    public void Dispose()
    {
        _answer.Dispose();
        _patience.Dispose();
    }
}

/// <summary>One event of the stream.</summary>
internal sealed record Event(string Name, string? Id, JsonNode Data);
