using System.Text.Json.Serialization;

namespace Kinora.Core.Providers;

/// <summary>One of a provider's models, to be probed.</summary>
/// <param name="Endpoint">Which of the provider's APIs, as the route names it.</param>
/// <param name="Model">The provider's id of the model.</param>
/// <param name="EmptyIsRefused">Whether a request without input is known to be refused; otherwise none is sent, because it might be made and charged.</param>
public sealed record ProbeTarget(string Endpoint, string Model, bool EmptyIsRefused);

/// <summary>What a probe showed: the request, the answer and what they are taken for.</summary>
/// <param name="Reason">A sentence; the provider's own words where it gave any.</param>
public sealed record ProviderProbe(ProbeReading Reading, string Reason)
{
    /// <summary>What the provider was asked, as text.</summary>
    public required string Request { get; init; }

    /// <summary>The beginning of what it answered, at most 4,096 characters and without keys; null when no answer came.</summary>
    public string? Answer { get; init; }

    /// <summary>The HTTP status; null when no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>The provider's own code, where it has one beside the status.</summary>
    public string? Code { get; init; }

    /// <summary>The task that a probe was taken for by mistake, which may be charged; null where nothing was made, as it should be.</summary>
    public string? MadeTask { get; init; }

    /// <summary>Whether no request that costs nothing tells more, so that only a real one does.</summary>
    public bool CannotTell { get; init; }
}

/// <summary>What an answer about a model is taken for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProbeReading>))]
public enum ProbeReading
{
    /// <summary>Nothing about the model follows from it.</summary>
    [JsonStringEnumMemberName("unclear")] Unclear,

    /// <summary>It is there and takes requests.</summary>
    [JsonStringEnumMemberName("works")] Works,

    /// <summary>The provider has no such model, or not for this account.</summary>
    [JsonStringEnumMemberName("not_published")] NotPublished,

    /// <summary>It is there, and takes no requests for now.</summary>
    [JsonStringEnumMemberName("paused")] Paused,

    /// <summary>The account's keys are not taken.</summary>
    [JsonStringEnumMemberName("unauthorized")] Unauthorized,

    /// <summary>The account has nothing left to spend.</summary>
    [JsonStringEnumMemberName("out_of_credits")] OutOfCredits,

    /// <summary>The provider could not be asked, or did not answer.</summary>
    [JsonStringEnumMemberName("unreachable")] Unreachable,
}
