using Kinora.Core.Generations;
using Kinora.Core.Providers;

namespace Kinora.Core.Tests.Generations;

/// <summary>What may still happen to a generation that Kinora gave up on.</summary>
public sealed class LateStepsTests
{
    private static readonly GenerationFailure Unknown = new(FailureCode.OutcomeUnknown, "unknown", FailureBy.Provider);
    private static readonly ProviderObservation Success =
        new(ProviderTaskState.Succeeded, "success") { Outputs = [new("https://files.example/a.mp4")], UpstreamCredits = 60 };

    private static Generation Submitting => Some.Generation().Accept(null).Generation.BeginSubmission(Some.Attempt("a"), Some.Now)!.Generation;
    private static Generation Running => Submitting.Submitted("a", "task", Some.Now, Some.Now, "answered")!.Generation;
    private static Generation GivenUp => Running.GiveUp(Unknown, Some.Now, Some.Now.AddSeconds(15), "deadline")!.Generation;

    [Fact]
    public void The_history_says_that_it_was_heard_of_after_the_wait()
    {
        var lost = Submitting.Fail(Unknown, Some.Now, "outcome_wait_over")!.Generation;
        var heard = lost.Submitted("a", "task", Some.Now, Some.Now.AddSeconds(1), "callback")!;
        heard.History.ShouldBe(new(Some.Now, GenerationStatus.Failed, GenerationStatus.Failed, "callback", "the provider was heard of after the wait"));
        heard.Generation.DueAt.ShouldBe(Some.Now.AddSeconds(1));
        var made = heard.Generation.ProviderSucceeded(Success, Some.Now, "poll")!;
        made.History.ShouldBe(new(Some.Now, GenerationStatus.Failed, GenerationStatus.Failed, "poll", "the provider succeeded after the wait"));
        made.Generation.UpstreamCredits.ShouldBe(60);
        made.Generation.ProviderSucceeded(Success, Some.Now, "poll").ShouldBeNull();
    }

    [Fact]
    public void Each_look_in_vain_counts()
    {
        var looked = GivenUp.StillRunning(null, Some.Now, Some.Now.AddSeconds(30))!.Generation.StillRunning(null, Some.Now, Some.Now.AddSeconds(60))!.Generation;
        (looked.Tries, looked.Attempt!.Polls, looked.DueAt).ShouldBe((2, 2, Some.Now.AddSeconds(60)));
        Running.StillRunning(null, Some.Now, Some.Now)!.Generation.Tries.ShouldBe(0);
    }

    [Fact]
    public void It_is_not_collected_before_the_provider_has_made_it()
    {
        GivenUp.Collected([Some.Output("a.mp4")], Some.Now).ShouldBeNull();
        GivenUp.ProviderSucceeded(Success, Some.Now, "poll")!.Generation.Collected([Some.Output("a.mp4")], Some.Now)!
            .History!.Cause.ShouldBe("late_success");
    }

    [Fact]
    public void Looking_ends_once_and_what_the_provider_charged_is_kept()
    {
        Running.StopLooking(Some.Now).ShouldBeNull();
        var stopped = GivenUp.StopLooking(Some.Now, upstreamCredits: 7)!.Generation;
        (stopped.DueAt, stopped.UpstreamCredits).ShouldBe((null, 7));
        stopped.StopLooking(Some.Now).ShouldBeNull();
        var made = GivenUp.ProviderSucceeded(Success, Some.Now, "poll")!.Generation;
        made.StopLooking(Some.Now)!.Generation.UpstreamCredits.ShouldBe(60);
        made.StopLooking(Some.Now, upstreamCredits: 7)!.Generation.UpstreamCredits.ShouldBe(7);
    }

    [Fact]
    public void What_was_stored_of_it_goes_when_looking_ends()
    {
        var made = GivenUp.ProviderSucceeded(Success, Some.Now, "poll")!.Generation;
        var stopped = made.CollectAgain([Some.Output("a.mp4")], [], Some.Now, Some.Now).Generation.StopLooking(Some.Now)!;
        stopped.DroppedFiles.ShouldBe(["a.mp4"]);
        stopped.Generation.StoredOutputs.ShouldBeEmpty();
    }
}
