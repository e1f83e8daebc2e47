using System.Net;
using System.Text;
using System.Text.Json;

namespace KieAi;

/// <summary>One answer as it came over the wire, and the exceptions that it can turn into.</summary>
internal sealed class KieAnswer(HttpStatusCode? status, ReadOnlyMemory<byte> body, TimeSpan? retryAfter, KieCallKind kind, string key)
{
    private const int LongestRawBody = 4096;
    private const int LongestMessage = 1000;

    /// <summary>The envelope's <c>data</c>; null when it is null or absent.</summary>
    public JsonElement? Data => KieJson.Field(Envelope, "data");

    public JsonElement Envelope { get; private set; }

    /// <summary>Checks the first two layers: the HTTP status and the envelope's code.</summary>
    /// <exception cref="KieException">There is no envelope, or one of the two says no.</exception>
    public KieAnswer Check(Exception? readFault)
    {
        int? code;
        string? message;
        try
        {
            using var document = JsonDocument.Parse(body);
            Envelope = document.RootElement.Clone();
            code = KieJson.Int(Envelope, "code");
            message = KieJson.Message(Envelope);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw Fault(null, $"KIE.ai answered HTTP {(int)status!} without its envelope.", readFault ?? e);
        }

        if (code is null) throw Fault(null, $"KIE.ai answered HTTP {(int)status!} without its envelope.", readFault);
        var granted = (int)status! is >= 200 and <= 299;
        if (code != 200) throw Fault(code, string.IsNullOrWhiteSpace(message) ? $"KIE.ai refused with code {code}." : message, readFault);
        if (!granted) throw Fault(code, $"KIE.ai answered HTTP {(int)status!} around code 200.", readFault);
        return this;
    }

    /// <summary>The answer was granted, but does not hold what it must.</summary>
    public KieException Misshapen(string message, Exception? inner = null) => Fault(200, message, inner);

    /// <summary>No answer came; <paramref name="sent"/> when the request may have arrived.</summary>
    public static KieException None(KieCallKind kind, bool sent, string message, Exception inner) => new(message, inner)
    {
        Outcome = sent && Makes(kind) ? KieOutcome.Unknown : KieOutcome.Refused,
        IsTransient = !(sent && kind is KieCallKind.Creation),
    };

    private static bool Makes(KieCallKind kind) => kind is KieCallKind.Creation or KieCallKind.Upgrade;

    private KieException Fault(int? code, string message, Exception? inner)
    {
        var refusal = KieRefusal.Read(code ?? (int)status!, code is null ? null : message);
        var outcome = Makes(kind) && !refusal.IsDefinite ? KieOutcome.Unknown : KieOutcome.Refused;
        return new KieException(Clean(message, LongestMessage), inner)
        {
            Code = code,
            HttpStatus = status,
            // Read on by a key's length, so that the cut leaves no half of one.
            RawBody = Clean(Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, LongestRawBody + key.Length)]), LongestRawBody),
            Outcome = outcome,
            IsTransient = refusal.IsTransient && !(kind is KieCallKind.Creation && outcome == KieOutcome.Unknown),
            IsUserFault = Makes(kind) && code is not null && refusal.IsUserFault,
            RetryAfter = retryAfter,
        };
    }

    private string Clean(string text, int length)
    {
        var clean = text.Replace(key, "***", StringComparison.Ordinal);
        return clean.Length <= length ? clean : clean[..length];
    }
}
