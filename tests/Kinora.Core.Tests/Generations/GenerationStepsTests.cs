using Kinora.Core.Credits;
using Kinora.Core.Generations;
using Kinora.Core.Providers;

namespace Kinora.Core.Tests.Generations;

/// <summary>What single steps keep, besides the state.</summary>
public sealed class GenerationStepsTests
{
    private static readonly ProviderObservation Success =
        new(ProviderTaskState.Succeeded, "success") { Outputs = [new("https://files.example/a.mp4")] };

    private static Generation Running => RunningOf(Some.Generation());

    [Fact]
    public void Progress_stays_as_it_was_last_told_and_each_poll_counts()
    {
        var later = Some.Now.AddSeconds(9);
        var told = Running.StillRunning(40, Some.Now, Some.Now)!.Generation;
        var asked = told.StillRunning(null, later, later, told: false)!.Generation;
        (asked.Progress, asked.Attempt!.Polls, asked.Attempt.ReadAt).ShouldBe((40, 2, Some.Now));
        var further = asked.StillRunning(60, later, later)!.Generation;
        (further.Progress, further.Attempt!.Polls, further.Attempt.ReadAt).ShouldBe((60, 3, later));
        further.ProviderSucceeded(Success, later, "poll")!.Generation.Progress.ShouldBeNull();
    }

    [Fact]
    public void A_success_without_outputs_is_remembered_from_the_first_time_on()
    {
        var first = Running.WithoutOutputs(Some.Now, Some.Now.AddSeconds(5))!.Generation;
        var second = first.WithoutOutputs(Some.Now.AddSeconds(5), Some.Now.AddSeconds(10))!.Generation;
        (second.Attempt!.EmptySince, second.Attempt.Polls, second.DueAt).ShouldBe((Some.Now, 2, Some.Now.AddSeconds(10)));
        CollectingOf(Some.Generation()).WithoutOutputs(Some.Now, Some.Now).ShouldBeNull();
        Some.Generation().WithoutOutputs(Some.Now, Some.Now).ShouldBeNull();
    }

    [Fact]
    public void What_costs_by_its_length_is_charged_by_what_was_made()
    {
        var bound = Some.Generation() with { Quote = new(600, 3, Exact: false, [], 480) { Meter = new(Fixed: 0, PerSecond: 20, PerUpstreamCredit: 0) } };
        var made = CollectingOf(bound).Collected([Some.Output("a.mp4"), Some.Output("b.mp4")], Some.Now)!;
        (made.Generation.Captured, made.Generation.Released, made.Generation.Held).ShouldBe((100, 500, 0));
        made.Ledger.ShouldHaveSingleItem().ShouldBe(LedgerEntry.Capture("acc", bound.Id, held: 600, captured: 100, Some.Now));
        CollectingOf(bound).Collected([], Some.Now)!.Generation.Captured.ShouldBe(600);
    }

    [Fact]
    public void Files_go_when_they_were_kept_long_enough_and_only_once()
    {
        var later = Some.Now.AddDays(30);
        var done = CollectingOf(Some.Generation()).Collected([Some.Output("a.mp4") with { PosterKey = "a.webp" }, Some.Output("b.mp4")], Some.Now)!.Generation;
        var expired = done.Expire(later)!;
        expired.DroppedFiles.ShouldBe(["a.mp4", "a.webp", "b.mp4"]);
        expired.History.ShouldBe(new(later, GenerationStatus.Succeeded, GenerationStatus.Succeeded, "expired", "Its files were deleted."));
        (expired.Generation.ExpiredAt, expired.Generation.Outputs.Count, expired.Generation.Captured).ShouldBe((later, 2, 100));
        expired.Generation.Expire(later).ShouldBeNull();
    }

    [Fact]
    public void What_has_no_files_has_none_that_could_go()
    {
        CollectingOf(Some.Generation()).Collected([], Some.Now)!.Generation.Expire(Some.Now).ShouldBeNull();
        Running.Expire(Some.Now).ShouldBeNull();
        (Running with { Outputs = [Some.Output("a.mp4")] }).Expire(Some.Now).ShouldBeNull();
    }

    [Fact]
    public void The_history_says_who_canceled()
    {
        Some.Generation().Cancel(Some.Now)!.History.ShouldBe(new(Some.Now, GenerationStatus.Queued, GenerationStatus.Canceled, "canceled"));
        Running.Stopped("task", Some.Now)!.History
            .ShouldBe(new(Some.Now, GenerationStatus.Running, GenerationStatus.Canceled, "canceled", "The provider stopped it."));
        Running.Stopped("another task", Some.Now).ShouldBeNull();
        Some.Generation().Stopped("task", Some.Now).ShouldBeNull();
    }

    private static Generation RunningOf(Generation generation) => generation.Accept(null)
        .Generation.BeginSubmission(Some.Attempt("a"), Some.Now)!
        .Generation.Submitted("a", "task", Some.Now, Some.Now, "answered")!.Generation;

    private static Generation CollectingOf(Generation generation) => RunningOf(generation).ProviderSucceeded(Success, Some.Now, "poll")!.Generation;
}
