using Kinora.Core.Credits;
using Kinora.Core.Generations;
using Kinora.Core.Providers;

namespace Kinora.Core.Tests.Generations;

public sealed class GenerationTests
{
    private static readonly GenerationFailure Broken = new(FailureCode.ProviderFailed, "broken", FailureBy.Provider);
    private static readonly GenerationFailure Unknown = new(FailureCode.OutcomeUnknown, "unknown", FailureBy.Provider);
    private static readonly ProviderObservation Success =
        new(ProviderTaskState.Succeeded, "success") { Outputs = [new("https://files.example/a.mp4")] };

    [Fact]
    public void The_straight_way_holds_once_and_captures_once()
    {
        var changes = Walk(
            _ => Some.Generation(credits: 99).Accept(null),
            g => g.BeginSubmission(Some.Attempt("a"), Some.Now),
            g => g.Submitted("a", "task", Some.Now, Some.Now, "answered"),
            g => g.ProviderSucceeded(Success, Some.Now, "callback"),
            g => g.Collected([], Some.Now));
        changes.Select(c => c.Generation.Status).ShouldBe(
            [GenerationStatus.Queued, GenerationStatus.Submitting, GenerationStatus.Running, GenerationStatus.Collecting, GenerationStatus.Succeeded]);
        changes.Select(c => c.Generation.Version).ShouldBe([1, 2, 3, 4, 5]);
        changes.SelectMany(c => c.Ledger).Select(e => (e.Kind, e.BalanceChange, e.HeldChange))
            .ShouldBe([(LedgerKind.Hold, 0, 99), (LedgerKind.Capture, -99, -99)]);
        var last = changes[^1].Generation;
        (last.Held, last.Captured, last.Released).ShouldBe((0, 99, 0));
    }

    [Fact]
    public void The_files_that_a_slower_twin_had_stored_go_when_the_faster_one_ends()
    {
        var twin = Some.Output("twin.mp4") with { PosterKey = "twin.webp" };
        var (first, second) = (Some.Output("first.mp4"), Some.Output("second.mp4"));
        var collecting = Walk(
            _ => Some.Generation().Accept(null),
            g => g.BeginSubmission(Some.Attempt("a"), Some.Now),
            g => g.Submitted("a", "task", Some.Now, Some.Now, "answered"),
            g => g.ProviderSucceeded(Success, Some.Now, "callback"),
            g => g.CollectAgain([twin, first], [], Some.Now, Some.Now))[^1].Generation;
        var done = collecting.Collected([first, second], Some.Now)!;
        done.KeptFiles.ShouldBe(["second.mp4"]);
        done.DroppedFiles.ShouldBe(["twin.mp4", "twin.webp"]);
    }

    [Fact]
    public void Failure_releases_the_hold_and_charges_nothing()
    {
        var failed = Walk(_ => Some.Generation().Accept(null), g => g.Fail(Broken, Some.Now, "poll"))[^1];
        failed.Ledger.ShouldHaveSingleItem().ShouldBe(LedgerEntry.Release("acc", failed.Generation.Id, 100, Some.Now));
        (failed.Generation.Held, failed.Generation.Captured, failed.Generation.Released).ShouldBe((0, 0, 100));
    }

    [Fact]
    public void A_lost_answer_changes_no_state_and_is_healed_by_its_callback()
    {
        var submitting = Submitting();
        var lost = submitting.AnswerLost("a", "timed out", Some.Now)!.Generation;
        lost.Status.ShouldBe(GenerationStatus.Submitting);
        lost.DueAt.ShouldBe(submitting.Attempt!.GiveUpAt);
        lost.AnswerLost("a", "timed out", Some.Now).ShouldBeNull();
        var healed = lost.Submitted("a", "task", Some.Now, Some.Now, "callback")!.Generation;
        healed.Status.ShouldBe(GenerationStatus.Running);
        healed.Attempt!.AnswerLost.ShouldBeFalse();
    }

    [Fact]
    public void News_of_another_attempt_changes_nothing()
    {
        Submitting().Submitted("b", "task", Some.Now, Some.Now, "callback").ShouldBeNull();
        Submitting().AnswerLost("b", "timed out", Some.Now).ShouldBeNull();
    }

    [Fact]
    public void Only_what_waits_in_line_can_be_canceled()
    {
        Some.Generation().Accept(null).Generation.Cancel(Some.Now)!.Generation.Status.ShouldBe(GenerationStatus.Canceled);
        Submitting().Cancel(Some.Now).ShouldBeNull();
    }

    [Fact]
    public void A_success_after_the_wait_is_delivered_and_captured_once_without_a_hold()
    {
        var late = Walk(
            _ => new() { Generation = Submitting() },
            g => g.Fail(Unknown, Some.Now, "outcome_wait_over"),
            g => g.Submitted("a", "task", Some.Now, Some.Now, "callback"),
            g => g.ProviderSucceeded(Success, Some.Now, "callback"),
            g => g.Collected([], Some.Now));
        late.Select(c => c.Generation.Status).ShouldBe(
            [GenerationStatus.Submitting, GenerationStatus.Failed, GenerationStatus.Failed, GenerationStatus.Failed, GenerationStatus.Succeeded]);
        late.SelectMany(c => c.Ledger).Select(e => (e.Kind, e.BalanceChange, e.HeldChange))
            .ShouldBe([(LedgerKind.Release, 0, -100), (LedgerKind.Capture, -100, 0)]);
        late[^1].History!.Cause.ShouldBe("late_success");
        late[^1].Generation.Failure.ShouldBeNull();
    }

    [Fact]
    public void A_failure_that_the_provider_stated_is_final()
    {
        var failed = Walk(_ => Some.Generation().Accept(null), g => g.Fail(Broken, Some.Now, "poll"))[^1].Generation;
        failed.ProviderSucceeded(Success, Some.Now, "callback").ShouldBeNull();
        failed.Collected([], Some.Now).ShouldBeNull();
        failed.Fail(Unknown, Some.Now, "again").ShouldBeNull();
    }

    private static Generation Submitting() =>
        Some.Generation().Accept(null).Generation.BeginSubmission(Some.Attempt("a"), Some.Now)!.Generation;

    private static List<GenerationChange> Walk(params Func<Generation, GenerationChange?>[] steps)
    {
        var changes = new List<GenerationChange>();
        foreach (var step in steps) changes.Add(step(changes.Count == 0 ? null! : changes[^1].Generation).ShouldNotBeNull());
        return changes;
    }
}
