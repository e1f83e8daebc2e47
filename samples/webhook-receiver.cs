#:property PublishAot=false
// Receives Kinora's webhooks: WEBHOOK_SECRET=whsec_… dotnet run samples/webhook-receiver.cs
// Copy WebhookReceiver into your program. It needs nothing but the .NET base class library.
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

#if !SAMPLE_IN_TESTS
var receiver = new WebhookReceiver(Environment.GetEnvironmentVariable("WEBHOOK_SECRET") ?? throw new InvalidOperationException("Set WEBHOOK_SECRET."), TimeProvider.System);
using var listener = new HttpListener();
listener.Prefixes.Add("http://localhost:5199/");
listener.Start();
Console.WriteLine("Listening at http://localhost:5199/");
while (true)
{
    var context = await listener.GetContextAsync();
    using var buffer = new MemoryStream();
    await context.Request.InputStream.CopyToAsync(buffer);
    var body = buffer.ToArray();
    var verdict = receiver.Receive(context.Request.Headers["webhook-id"], context.Request.Headers["webhook-timestamp"], context.Request.Headers["webhook-signature"], body);
    if (verdict is WebhookVerdict.New)
    {
        // Note it down here and do the work later: who answers late is called again.
        using var told = JsonDocument.Parse(body);
        var data = told.RootElement.GetProperty("data");
        Console.WriteLine($"{told.RootElement.GetProperty("type").GetString()} {(data.TryGetProperty("id", out var id) ? id.GetString() : "")}");
    }

    context.Response.StatusCode = verdict is WebhookVerdict.Refused ? 400 : 204;
    context.Response.Close();
}
#endif

/// <summary>Verifies webhooks as standardwebhooks.com says, and knows those that it has seen.</summary>
internal sealed class WebhookReceiver(string secret, TimeProvider time)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>Longer than a webhook is tried. A real receiver keeps the ids in its database, in the transaction that does the work.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(5);
    private readonly byte[] _key = Convert.FromBase64String(secret.StartsWith("whsec_", StringComparison.Ordinal) ? secret["whsec_".Length..] : secret);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _seen = new();

    public WebhookVerdict Receive(string? id, string? timestamp, string? signatures, ReadOnlySpan<byte> body)
    {
        var now = time.GetUtcNow();
        if (string.IsNullOrEmpty(id) || signatures is null) return WebhookVerdict.Refused;
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var sentAt)) return WebhookVerdict.Refused;
        if (Math.Abs(now.ToUnixTimeSeconds() - sentAt) > Tolerance.TotalSeconds) return WebhookVerdict.Refused;

        // Over the bytes as they came, never over JSON that was read and written again.
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        var expected = Encoding.ASCII.GetBytes("v1," + Convert.ToBase64String(HMACSHA256.HashData(_key, signed)));
        var holds = false;
        foreach (var one in signatures.Split(' ')) holds |= CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), expected);
        if (!holds) return WebhookVerdict.Refused;

        foreach (var (old, at) in _seen) if (now - at > Remembered) _seen.TryRemove(old, out _);
        return _seen.TryAdd(id, now) ? WebhookVerdict.New : WebhookVerdict.Seen;
    }
}

/// <summary>What a webhook is to its receiver.</summary>
internal enum WebhookVerdict
{
    /// <summary>Act on it, and answer with 2xx.</summary>
    New,

    /// <summary>Sent again: answer with 2xx, and do nothing.</summary>
    Seen,

    /// <summary>Not Kinora's, altered, or too old: answer with 400.</summary>
    Refused,
}
