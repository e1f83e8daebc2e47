using System.Text.Json;

namespace Kinora.Core.Providers.Http;

/// <summary>What came of one call of a provider: its answer, or why there is none.</summary>
internal sealed class ProviderAnswer
{
    private const int LongestText = 1000, LongestAnswer = 4096;

    /// <summary>The HTTP status; null when no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>The answer's JSON; undefined when it is something else or did not come whole.</summary>
    public JsonElement Body { get; init; }

    /// <summary>Why there is no <see cref="Body"/>, as a sentence; null when there is one.</summary>
    public string? Fault { get; init; }

    /// <summary>Whether no byte of the request reached the provider.</summary>
    public bool NeverLeft { get; init; }

    /// <summary>Whether its body did not come in time; the next call would likely wait as long.</summary>
    public bool IsStalled { get; init; }

    /// <summary>How long the provider asks to wait, in its header.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the key was refused, and the account has another.</summary>
    public bool MayPassWithAnotherKey { get; init; }

    /// <summary>What no text from here may repeat.</summary>
    public string? Secret { private get; init; }

    public bool IsGranted => Fault is null && Status is >= 200 and <= 299;

    /// <summary>Whether nothing was made. Its status says so: one that comes before the work, not one that may come amid it (303, 408, 409, 5xx).</summary>
    public bool IsRefusal => NeverLeft || Status is 301 or 307 or 308 or (>= 400 and <= 407) or (>= 410 and <= 424) or 426 or 428 or 429 or 431 or 451;

    /// <summary>What its status says is wrong with the account; null where another request may pass.</summary>
    public ProviderAccountState? AccountTrouble => Status switch
    {
        401 when !MayPassWithAnotherKey => ProviderAccountState.Unauthorized,
        402 => ProviderAccountState.OutOfCredits,
        _ => null,
    };

    /// <summary>What a look at the account showed that was not granted.</summary>
    /// <param name="reason">What the provider said.</param>
    public AccountReading Refused(string reason) => new(Status is 401 or 403 ? ProviderAccountState.Unauthorized : ProviderAccountState.Unreachable, reason);

    /// <summary>The sentence for people: the provider's own words, else what went wrong.</summary>
    public string Reason(string? said) => string.IsNullOrWhiteSpace(said) ? Fault ?? $"The answer has status {Status}." : said;

    /// <summary>A text out of <see cref="Body"/>, without the key, and not too long. Null where there is none.</summary>
    public string? Text(JsonElement value) => value.AsText() is { Length: > 0 } text ? Clean(text) : null;

    /// <summary>The same; JSON of another kind as it is written.</summary>
    public string? Written(JsonElement value) =>
        value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : Text(value) ?? Clean(value.GetRawText());

    /// <summary>The beginning of the answer's JSON, at most 4,096 characters, without the key; null where none came.</summary>
    public string? Raw => Body.ValueKind is JsonValueKind.Undefined ? null : Clean(Body.GetRawText(), LongestAnswer);

    /// <summary>What a probe showed that was answered like this.</summary>
    /// <param name="request">Method and path.</param>
    /// <param name="reason">What the provider said.</param>
    public ProviderProbe Probed(ProbeReading reading, string request, string reason) => new(reading, reason) { Request = request, Answer = Raw, Status = Status };

    /// <summary>What its status says where it says nothing about the model; null where it may.</summary>
    public ProbeReading? ProbeTrouble => Status switch
    {
        null => ProbeReading.Unreachable,
        401 or 403 => ProbeReading.Unauthorized,
        402 => ProbeReading.OutOfCredits,
        _ => IsStalled ? ProbeReading.Unreachable : null,
    };

    private string Clean(string text, int longest = LongestText)
    {
        var clean = Secret is null ? text : text.Replace(Secret, "***", StringComparison.Ordinal);
        return clean.Length <= longest ? clean : clean[..longest];
    }
}
