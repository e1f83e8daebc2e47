using System.Collections.Concurrent;
using System.Text.Json;
using Kinora.Server.Tests.Surfaces;

namespace Kinora.Server.Tests.Fuzzing;

/// <summary>What became of the requests, by endpoint.</summary>
internal sealed class FuzzTally
{
    /// <summary>
    /// Where such is of the endpoint's own work: 400 is what uploads say of fields, callbacks are 401 where nothing proves them, and many wrong sign-ins have to wait.
    /// </summary>
    private static readonly string[] Told =
        ["/api/file-", "/api/webhooks/kie", "/api/webhooks/veo", "/api/webhooks/replicate", "/api/sessions", "/api/sign-in", "/api/account/password"];

    /// <summary>Refusals that come before an endpoint's own work.</summary>
    private static readonly string[] Before =
        ["unauthorized", "forbidden", "scope_needed", "method_not_allowed", "unsupported_media", "too_large", "too_many_requests", "invalid_json", "400", "401", "405"];

    private readonly ConcurrentDictionary<string, Row> _rows = new();

    /// <summary>Of all requests with a key, how many reached an endpoint's own work: they succeeded, or were refused for a reason that it names.</summary>
    public double Reached => (double)_rows.Values.Sum(row => row.Reached) / _rows.Values.Sum(row => row.Keyed);

    public IEnumerable<string> Faint => _rows.Where(row => row.Value.Keyed >= 20 && row.Value.Reached * 10 < row.Value.Keyed).Select(row => row.Key);

    public void Add(ServerCall call, bool keyed, int status, string? code)
    {
        var row = _rows.GetOrAdd(call.ToString(), _ => new());
        Interlocked.Increment(ref row.All);
        if (!keyed) return;
        Interlocked.Increment(ref row.Keyed);
        if (status < 300 && code is null) Interlocked.Increment(ref row.Succeeded);
        if (status < 500 && (!Before.Contains(code) || (code is "400" or "unauthorized" or "too_many_requests" && Told.Any(path => call.Path.StartsWith(path, StringComparison.Ordinal))))) Interlocked.Increment(ref row.Reached);
    }

    /// <summary>The code by which an answer says what is wrong; null when nothing is.</summary>
    public static string? CodeOf(string? type, byte[] body)
    {
        if (type is not ("application/json" or "application/problem+json") || body.Length is 0) return null;
        var answer = JsonElement.Parse(body);
        if (answer.ValueKind != JsonValueKind.Object) return null;
        if (answer.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object) answer = error;
        return !answer.TryGetProperty("code", out var code) || code.ToString() == "200" ? null : code.ToString();
    }

    public override string ToString() => string.Join('\n', _rows.OrderBy(row => row.Key, StringComparer.Ordinal)
        .Select(row => $"{row.Key,-62} {row.Value.All,6} {row.Value.Keyed,6} with key {100.0 * row.Value.Reached / Math.Max(1, row.Value.Keyed),4:0} % reached {100.0 * row.Value.Succeeded / Math.Max(1, row.Value.Keyed),4:0} % succeeded"));

    private sealed class Row
    {
        public int All, Keyed, Reached, Succeeded;
    }
}
