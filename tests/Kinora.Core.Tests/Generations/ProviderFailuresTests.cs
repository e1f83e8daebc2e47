using Kinora.Core.Generations;
using Kinora.Core.Providers;
using Kinora.Core.Tests.Catalog;

namespace Kinora.Core.Tests.Generations;

/// <summary>What nobody has a meaning for.</summary>
public sealed class ProviderFailuresTests
{
    private static readonly ProviderFailures Failures = new(Shipped.Sandbox);

    [Theory]
    [InlineData(true, FailureBy.User)]
    [InlineData(false, FailureBy.Provider)]
    public void A_refusal_is_by_whom_the_answer_says(bool byUser, FailureBy by) =>
        Failures.Of(Some.Generation(), new SubmissionOutcome.Refused("9999", "Hm.", Retryable: false, byUser))
            .ShouldBe(new(FailureCode.ProviderRefused, "Hm.", by) { ProviderCode = "9999" });

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void A_failure_without_words_gets_some(string? words) =>
        Failures.Of(Some.Generation(), new ProviderObservation(ProviderTaskState.Failed, "fail") { FailureMessage = words })
            .Message.ShouldBe("The provider failed without a reason.");

    [Theory]
    [InlineData(FailureCode.ProviderRefused, true)]
    [InlineData(FailureCode.ProviderFailed, true)]
    [InlineData(FailureCode.Moderated, true)]
    [InlineData(FailureCode.Deadline, false)]
    [InlineData(FailureCode.ProviderUnreachable, false)]
    public void Only_some_failures_are_told_in_the_providers_words(string code, bool itsWords) =>
        new GenerationFailure(code, "Hm.", FailureBy.Provider).IsProvidersWord.ShouldBe(itsWords);
}
