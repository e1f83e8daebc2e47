namespace Kinora.Core.Callbacks;

/// <summary>A call that claims to come from a provider, as it came.</summary>
public sealed record IncomingCallback
{
    /// <summary>The path that was called, without its query.</summary>
    public required string Path { get; init; }

    /// <summary>The address that it came from.</summary>
    public required string From { get; init; }

    /// <summary>Those headers that tell something of the caller.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>From the query: which generation, which attempt, and the proof of both.</summary>
    public string? GenerationId { get; init; }
    public string? AttemptId { get; init; }
    public string? Token { get; init; }

    /// <summary>The provider's id, from the body; null when it names none.</summary>
    public string? TaskId { get; init; }

    /// <summary>Whether the secret and the signature hold, where they are asked for.</summary>
    public required bool CarriesSecrets { get; init; }

    /// <summary>Secrets that the body may repeat and nobody may read.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];
}
