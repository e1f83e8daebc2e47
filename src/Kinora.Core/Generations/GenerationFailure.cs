using System.Text.Json.Serialization;

namespace Kinora.Core.Generations;

/// <summary>Why a generation failed.</summary>
/// <param name="Code">One of <see cref="FailureCode"/>.</param>
/// <param name="Message">A sentence for people; the provider's own words where it gave any.</param>
public sealed record GenerationFailure(string Code, string Message, FailureBy By)
{
    /// <summary>The provider's own code; null when it gave none or was not the one that failed.</summary>
    public string? ProviderCode { get; init; }

    /// <summary>Whether the provider said so, in its words.</summary>
    [JsonIgnore]
    public bool IsProvidersWord => Code is FailureCode.ProviderRefused or FailureCode.ProviderFailed or FailureCode.Moderated;
}

/// <summary>Whose doing a failure is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FailureBy>))]
public enum FailureBy
{
    /// <summary>The request; the same again would fail again.</summary>
    [JsonStringEnumMemberName("user")] User,

    /// <summary>The provider; the same again may succeed.</summary>
    [JsonStringEnumMemberName("provider")] Provider,

    /// <summary>This server.</summary>
    [JsonStringEnumMemberName("kinora")] Kinora,
}

/// <summary>The stable failure codes.</summary>
public static class FailureCode
{
    /// <summary>The provider was asked, its answer was lost, and nothing was heard within the wait. Never sent again by itself.</summary>
    public const string OutcomeUnknown = "outcome_unknown";

    /// <summary>The provider did not take the request.</summary>
    public const string ProviderRefused = "provider_refused";

    /// <summary>The provider's moderation declined the request.</summary>
    public const string Moderated = "moderated";

    /// <summary>The provider took the request and failed.</summary>
    public const string ProviderFailed = "provider_failed";

    /// <summary>The provider could not be reached in time to ask it, or kept saying "later"; or the files for it could not be read.</summary>
    public const string ProviderUnreachable = "provider_unreachable";

    /// <summary>A file or take that the request names was no longer stored when its turn came.</summary>
    public const string InputGone = "input_gone";

    /// <summary>The provider did not finish within the model's deadline.</summary>
    public const string Deadline = "deadline";

    /// <summary>The provider succeeded and its files could not be brought home, or it did not say where they are.</summary>
    public const string OutputLost = "output_lost";
}
