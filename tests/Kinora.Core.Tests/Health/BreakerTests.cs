using Kinora.Core.Health;
using Kinora.Core.Providers;
using Kinora.Core.Tests.Generations;

namespace Kinora.Core.Tests.Health;

public class BreakerTests
{
    private static readonly RouteEvent Taken = new RouteEvent.Accepted(), Made = new RouteEvent.Succeeded();
    private static readonly RouteEvent Gone = new RouteEvent.Gone(ProbeReading.NotPublished, "not published");
    private static readonly RouteEvent Fault = new RouteEvent.Faulted(ProbeReading.Paused, "maintenance");
    private static readonly RouteEvent Failure = new RouteEvent.TaskFailed("Internal Error");

    [Fact]
    public void Definite_refusal_opens_at_once_and_says_why()
    {
        var open = After(Taken, Gone);
        (open.State, open.Cause, open.Reason, open.Since, open.DueAt)
            .ShouldBe((BreakerState.Open, ProbeReading.NotPublished, "not published", Some.Now, Some.Now.AddMinutes(1)));
    }

    [Fact]
    public void Refusals_that_may_pass_open_it_after_three_in_a_row()
    {
        After(Fault, Fault).IsUsed.ShouldBeTrue();
        After(Fault, Fault, Taken, Fault, Fault).IsUsed.ShouldBeTrue();
        var open = After(Taken, Fault, Fault, Fault);
        (open.State, open.Cause).ShouldBe((BreakerState.Open, ProbeReading.Paused));
    }

    [Fact]
    public void Failed_tasks_open_it_after_five_in_a_row_though_submissions_are_taken()
    {
        After(Failure, Failure, Failure, Failure, Made, Failure, Failure, Failure, Failure).IsUsed.ShouldBeTrue();
        var open = After(Taken, Failure, Taken, Failure, Taken, Failure, Taken, Failure, Taken, Failure);
        (open.State, open.ByTasks, open.NeedsTrial, open.Reason).ShouldBe((BreakerState.Open, true, true, "Internal Error"));
    }

    [Fact]
    public void Good_probe_closes_what_refusals_opened_and_not_what_failing_tasks_did()
    {
        var closed = After(Gone).After(Probed(ProbeReading.Works), Some.Now.AddMinutes(1));
        (closed.State, closed.Since, closed.Reason, closed.Probe).ShouldBe(
            (BreakerState.Closed, Some.Now.AddMinutes(1), null, new LastProbe(Some.Now.AddMinutes(1), ProbeReading.Works)));
        After(Failure, Failure, Failure, Failure, Failure, Probed(ProbeReading.Works)).IsUsed.ShouldBeFalse();
    }

    [Fact]
    public void Pauses_between_probes_double_up_to_a_quarter_of_an_hour()
    {
        var (breaker, now) = (After(Gone), Some.Now);
        var pauses = new List<double>();
        for (var round = 0; round < 7; round++)
        {
            pauses.Add((breaker.DueAt!.Value - now).TotalMinutes);
            now = breaker.DueAt.Value;
            breaker.IsProbeDue(now.AddMilliseconds(-1)).ShouldBeFalse();
            breaker.IsProbeDue(now).ShouldBeTrue();
            breaker = breaker.After(Probed(ProbeReading.Paused), now);
        }

        pauses.ShouldBe([1, 2, 4, 8, 15, 15, 15]);
        (breaker.Since, breaker.Cause).ShouldBe((Some.Now, ProbeReading.Paused));
    }

    [Fact]
    public void Late_answers_of_what_went_there_before_do_not_put_the_probe_off()
    {
        var open = After(Gone);
        open.After(Gone, Some.Now.AddSeconds(30)).ShouldBeSameAs(open);
        open.After(Fault, Some.Now.AddSeconds(30)).ShouldBeSameAs(open);
        open.After(Failure, Some.Now.AddSeconds(90)).ShouldBeSameAs(open);
    }

    [Theory]
    [InlineData(ProbeReading.Unauthorized)]
    [InlineData(ProbeReading.OutOfCredits)]
    [InlineData(ProbeReading.Unclear)]
    public void Probe_that_says_nothing_of_the_model_neither_opens_nor_closes(ProbeReading reading)
    {
        After(Taken, Probed(reading)).IsUsed.ShouldBeTrue();
        var open = After(Gone, Probed(reading));
        (open.IsUsed, open.Cause, open.Reason).ShouldBe((false, ProbeReading.NotPublished, "not published"));
    }

    [Fact]
    public void Bad_probe_opens_what_was_used()
    {
        After(Taken, Probed(ProbeReading.Paused)).State.ShouldBe(BreakerState.Open);
        After(Probed(ProbeReading.NotPublished)).State.ShouldBe(BreakerState.Open);
        After(Probed(ProbeReading.Unreachable), Probed(ProbeReading.Unreachable)).IsUsed.ShouldBeTrue();
    }

    [Fact]
    public void Trial_of_failing_tasks_is_one_and_its_end_decides()
    {
        var open = After(Failure, Failure, Failure, Failure, Failure);
        open.IsTrialDue(Some.Now).ShouldBeFalse();
        var due = Some.Now.AddMinutes(1);
        open.IsTrialDue(due).ShouldBeTrue();
        open.IsProbeDue(due).ShouldBeFalse();
        var trying = open.After(new RouteEvent.TrialBegan(), due);
        trying.IsTrialDue(due).ShouldBeFalse();

        trying.After(Taken, due).ShouldBeSameAs(trying);
        trying.After(Made, due).State.ShouldBe(BreakerState.Closed);
        trying.After(new RouteEvent.TrialToldNothing(), due).IsTrialDue(due).ShouldBeTrue();
        var again = trying.After(Failure, due);
        (again.State, again.DueAt, again.Since).ShouldBe((BreakerState.Open, due.AddMinutes(2), Some.Now));

        // A trial of which nothing is heard does not keep it shut for good.
        trying.IsTrialDue(trying.DueAt!.Value).ShouldBeTrue();
    }

    [Fact]
    public void Route_that_no_free_probe_can_tell_of_is_tried_by_a_generation_which_is_taken_or_not()
    {
        var open = After(Gone).After(Probed(ProbeReading.Unclear, cannotTell: true), Some.Now.AddMinutes(1));
        (open.NeedsTrial, open.ByTasks).ShouldBe((true, false));
        var due = open.DueAt!.Value;
        var trying = open.After(new RouteEvent.TrialBegan(), due);
        trying.After(Taken, due).State.ShouldBe(BreakerState.Closed);
        trying.After(Gone, due).State.ShouldBe(BreakerState.Open);
    }

    [Fact]
    public void Random_histories_keep_what_is_promised()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        for (var history = 0; history < 2000; history++) RunOne(random, $"seed {seed}, history {history}");
    }

    private static void RunOne(Random random, string which)
    {
        var (breaker, now, faults, failures) = (Breaker.New, Some.Now, 0, 0);
        for (var step = 0; step < 60; step++)
        {
            now += TimeSpan.FromSeconds(random.Next(200));
            var (before, news) = (breaker, Draw(random, breaker, now));
            breaker = before.After(news, now);

            faults = news is RouteEvent.Faulted or RouteEvent.Probed { Probe.Reading: ProbeReading.Unreachable } && before.IsUsed ? faults + 1 : before.IsUsed && !IsAnswer(news) ? faults : 0;
            failures = before.IsUsed && news is RouteEvent.TaskFailed ? failures + 1 : before.IsUsed && news is not (RouteEvent.Succeeded or RouteEvent.Probed { Probe.Reading: ProbeReading.Works }) ? failures : 0;
            var says = $"{which}, step {step}: {before} and {news} made {breaker}";
            if (before.IsUsed)
            {
                var opens = news is RouteEvent.Gone or RouteEvent.Probed { Probe.Reading: ProbeReading.NotPublished or ProbeReading.Paused } || faults == 3 || failures == 5;
                breaker.IsUsed.ShouldBe(!opens, says);
            }
            else if (breaker.IsUsed)
            {
                // It closes only for a reason.
                (news is RouteEvent.Succeeded || (!before.ByTasks && news is RouteEvent.Accepted or RouteEvent.Probed { Probe.Reading: ProbeReading.Works })).ShouldBeTrue(says);
            }

            if (before.State is BreakerState.Open && breaker.State is BreakerState.HalfOpen) news.ShouldBeOfType<RouteEvent.TrialBegan>(says);
            if (breaker.IsUsed) (breaker.Reason, breaker.DueAt, breaker.NeedsTrial).ShouldBe((null, null, false), says);
            else
            {
                // It never stays shut for good: a probe or a trial is always due within a quarter of an hour.
                (breaker.DueAt!.Value - now).ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(15), says);
                var later = now + TimeSpan.FromMinutes(15);
                (breaker.IsProbeDue(later) || breaker.IsTrialDue(later)).ShouldBeTrue(says);
                breaker.Reason.ShouldNotBeNull(says);
                (faults, failures) = (0, 0);
            }
        }
    }

    private static bool IsAnswer(RouteEvent news) => news is RouteEvent.Accepted or RouteEvent.Succeeded or RouteEvent.Probed { Probe.Reading: ProbeReading.Works };

    private static RouteEvent Draw(Random random, Breaker breaker, DateTimeOffset now)
    {
        if (breaker.IsTrialDue(now) && random.Next(2) == 0) return new RouteEvent.TrialBegan();
        var readings = Enum.GetValues<ProbeReading>();
        return random.Next(12) switch
        {
            0 => Gone,
            1 or 2 => Fault,
            3 or 4 or 5 => Failure,
            6 or 7 => Taken,
            8 => Made,
            9 => new RouteEvent.TrialToldNothing(),
            _ => Probed(readings[random.Next(readings.Length)], cannotTell: random.Next(3) == 0),
        };
    }

    private static RouteEvent Probed(ProbeReading reading, bool cannotTell = false) =>
        new RouteEvent.Probed(new(reading, "as it says") { Request = "GET /", CannotTell = cannotTell && reading is ProbeReading.Unclear });

    private static Breaker After(params RouteEvent[] news) => news.Aggregate(Breaker.New, (breaker, one) => breaker.After(one, Some.Now));
}
