using System.Text.Json.Serialization;

namespace Kinora.Core.Generations;

/// <summary>Where a generation stands. The last three are final, but for the one late success that <see cref="Generation"/> documents.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GenerationStatus>))]
public enum GenerationStatus
{
    /// <summary>Accepted and paid for by a hold; waits for its turn.</summary>
    [JsonStringEnumMemberName("queued")] Queued,

    /// <summary>The provider is being asked, or was asked and its answer is lost.</summary>
    [JsonStringEnumMemberName("submitting")] Submitting,

    /// <summary>The provider took it and works on it.</summary>
    [JsonStringEnumMemberName("running")] Running,

    /// <summary>The provider is done; its files are being brought home.</summary>
    [JsonStringEnumMemberName("collecting")] Collecting,

    /// <summary>The files are stored and the price is charged.</summary>
    [JsonStringEnumMemberName("succeeded")] Succeeded,

    /// <summary>It came to nothing and cost nothing.</summary>
    [JsonStringEnumMemberName("failed")] Failed,

    /// <summary>Withdrawn before a provider was asked; it cost nothing.</summary>
    [JsonStringEnumMemberName("canceled")] Canceled,
}
