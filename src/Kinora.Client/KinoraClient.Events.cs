using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Kinora.Client;

public sealed partial class KinoraClient
{
    /// <summary>The account's events as they happen. It ends when the server stops or the connection breaks: go on after the last number seen.</summary>
    /// <param name="after">The last event that is known; null: only what happens from now on.</param>
    public IAsyncEnumerable<KinoraEvent> EventsAsync(long? after = null, CancellationToken cancellationToken = default) =>
        ReadEventsAsync("api/events", after, cancellationToken);

    /// <summary>The events of one generation, until its end was told.</summary>
    /// <param name="after">The last event that is known; null: it begins with the state as it is now.</param>
    public IAsyncEnumerable<KinoraEvent> EventsAsync(string id, long? after = null, CancellationToken cancellationToken = default) =>
        ReadEventsAsync(Generation(id) + "/events", after, cancellationToken);

    private async IAsyncEnumerable<KinoraEvent> ReadEventsAsync(string address, long? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var path = address + Query(("after", after?.ToString(CultureInfo.InvariantCulture)));
        using var answer = await AnswerAsync(Get(path), cancellationToken).ConfigureAwait(false);
        var stream = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = stream.ConfigureAwait(false);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken).ConfigureAwait(false))
        {
            if (Read(item) is { } happened) yield return happened;
        }
    }

    /// <summary>Null for kinds of events that this client does not know.</summary>
    private static KinoraEvent? Read(SseItem<string> item)
    {
        var number = long.TryParse(item.EventId, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
        return item.EventType switch
        {
            "generation" => new(number, JsonSerializer.Deserialize(item.Data, KinoraJsonContext.Default.GenerationResponse), null),
            "account" => new(number, null, JsonSerializer.Deserialize(item.Data, KinoraJsonContext.Default.AccountResponse)),
            _ => null,
        };
    }
}
