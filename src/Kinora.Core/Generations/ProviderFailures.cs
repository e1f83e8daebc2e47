using Kinora.Core.Catalog;
using Kinora.Core.Providers;

namespace Kinora.Core.Generations;

/// <summary>Makes failures of what a provider says, by the catalog's tables of meanings.</summary>
internal sealed class ProviderFailures(ModelCatalog catalog)
{
    /// <summary>The failure of a task.</summary>
    public GenerationFailure Of(Generation generation, ProviderObservation seen) =>
        Of(generation, seen.FailureCode, seen.FailureMessage, FailureCode.ProviderFailed, FailureBy.Provider);

    /// <summary>The failure of a submission that the provider did not take and will not take later.</summary>
    public GenerationFailure Of(Generation generation, SubmissionOutcome.Refused refused)
    {
        var fallback = refused.Retryable ? FailureCode.ProviderUnreachable : FailureCode.ProviderRefused;
        return Of(generation, refused.Code, refused.Message, fallback, refused.ByUser ? FailureBy.User : FailureBy.Provider);
    }

    private GenerationFailure Of(Generation generation, string? code, string? message, string fallback, FailureBy usually)
    {
        var reading = Read(generation, code, message);
        var by = reading?.Fault switch
        {
            "user" => FailureBy.User,
            "operator" => FailureBy.Kinora,
            _ => usually,
        };
        return new(
            reading?.Code is FailureCode.Moderated ? FailureCode.Moderated : fallback,
            string.IsNullOrWhiteSpace(message) ? "The provider failed without a reason." : message, by) { ProviderCode = code };
    }

    private FailureReading? Read(Generation generation, string? code, string? message) =>
        catalog.Failures.Read(catalog.Find(generation.VariantId)?.Family, code, message);
}
