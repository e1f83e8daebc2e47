using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kinora.Core.Generations;

namespace Kinora.Server.Endpoints;

/// <summary>Server-sent events on their way to one listener, who hears something at least every <see cref="KeepAlive"/>.</summary>
internal sealed class EventStream(HttpResponse response, EventFeed feed, TimeProvider time)
{
    public static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);
    private readonly StringBuilder _text = new();

    /// <summary>Begins the answer.</summary>
    public Task BeginAsync(CancellationToken cancellationToken)
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        return WriteAsync("retry: 2000\n\n", cancellationToken);
    }

    /// <summary>Adds an event to what is sent next.</summary>
    public void Add<T>(long number, string name, T content, JsonTypeInfo<T> type) => _text
        .Append("id: ").Append(number.ToString(CultureInfo.InvariantCulture))
        .Append("\nevent: ").Append(name)
        .Append("\ndata: ").Append(JsonSerializer.Serialize(content, type)).Append("\n\n");

    /// <summary>Sends what was added.</summary>
    public Task SendAsync(CancellationToken cancellationToken)
    {
        var text = _text.ToString();
        _text.Clear();
        return WriteAsync(text, cancellationToken);
    }

    /// <summary>Completes when something happened to the account after <paramref name="seen"/>, or when the stream had to be kept alive.</summary>
    public async Task WaitAsync(string accountId, long seen, CancellationToken cancellationToken)
    {
        using var quiet = new CancellationTokenSource(KeepAlive, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, quiet.Token);
        try
        {
            await feed.WaitAsync(accountId, seen, either.Token);
        }
        catch (OperationCanceledException) when (quiet.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            await WriteAsync(": keep-alive\n\n", cancellationToken);
        }
    }

    private async Task WriteAsync(string text, CancellationToken cancellationToken)
    {
        await response.WriteAsync(text, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
