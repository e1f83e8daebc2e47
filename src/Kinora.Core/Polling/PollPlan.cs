namespace Kinora.Core.Polling;

/// <summary>When to ask about generations of one kind, so that for the polls it costs the news comes as early as it can. Immutable.</summary>
/// <remarks>
/// A poll is worth making when the delay it is expected to save is worth more. From the end of the scale backwards, each moment gets the next
/// poll that makes the expected delay and the price of the polls least, given that nothing was ready until then. The price is chosen so that
/// a generation takes about four polls on average. With a callback to come, only those few matter whose callback is lost.
/// </remarks>
internal sealed class PollPlan
{
    /// <summary>Polls per generation, without callbacks, that the plan reckons with; somewhat fewer come of it, as few take longer than ever seen.</summary>
    private const double PollsWanted = 4.1;

    /// <summary>The same for what takes longer than <see cref="Long"/> seconds: a delay is a smaller part of it.</summary>
    private const double PollsWantedOfLong = 3.7;
    private const double Long = 200;

    /// <summary>The share of callbacks that is reckoned to be lost.</summary>
    private const double CallbacksLost = 0.01;

    /// <summary>No two polls are closer than so many seconds, nor than so much of what has passed.</summary>
    private const double LeastGap = 2;
    private const double LeastShare = 0.05;

    /// <summary>What a poll is worth at least, in seconds of delay: a model that always takes as long needs no four.</summary>
    private const double LeastPrice = 1;
    private const double MostPrice = 7200;
    private const int Halvings = 14;

    // The first edge at which may be asked after each.
    private static readonly int[] FirstEdges = [.. Enumerable.Range(0, DurationScale.Steps).Select(FirstEdge)];

    private readonly int[] _alone;
    private readonly int[] _calledBack;

    public PollPlan(DurationBelief belief)
    {
        var future = new Future(belief);
        var wanted = belief.Quantile(0.5).TotalSeconds > Long ? PollsWantedOfLong : PollsWanted;
        var (low, high) = (LeastPrice, MostPrice);
        (_alone, var polls) = Best(future, low, lost: 1);
        var price = low;
        for (var tries = 0; tries < Halvings && polls > wanted; tries++)
        {
            var middle = Math.Sqrt(low * high);
            var (next, cost) = Best(future, middle, lost: 1);
            if (cost > wanted) low = middle;
            else (high, price, _alone) = (middle, middle, next);
        }

        _calledBack = Best(future, price, CallbacksLost).Next;
    }

    /// <summary>How old a task should be when it is asked about next.</summary>
    /// <param name="age">How old it was when the provider last said that it was not finished; 0 when it was not asked yet.</param>
    public TimeSpan Next(TimeSpan age, bool callbackExpected)
    {
        var seconds = age.TotalSeconds;
        var next = DurationScale.Start((callbackExpected ? _calledBack : _alone)[Edge(seconds)]);
        return TimeSpan.FromSeconds(Math.Max(next, Soonest(seconds)));
    }

    private static double Soonest(double seconds) => seconds + Math.Max(LeastGap, seconds * LeastShare);

    private static int Edge(double seconds)
    {
        var step = DurationScale.Of(seconds);
        return seconds > DurationScale.Middle(step) ? step + 1 : step;
    }

    // Backwards: what is still to pay after a poll at an edge that found nothing, weighed with the probability that it comes to that. What is read a
    // hundred thousand times for a plan stands in arrays here, and is not called: it has to be quick before it was compiled for speed, too.
    private static (int[] Next, double Polls) Best(Future future, double price, double lost)
    {
        const int end = DurationScale.Steps;
        var starts = DurationScale.Edges;
        var (after, moments) = (future.After, future.Moments);
        var next = new int[end + 1];
        var (toPay, polls) = (new double[end + 1], new double[end + 1]);
        next[end] = end;
        for (var from = end - 1; from >= 0; from--)
        {
            var (longer, moment) = (after[from], moments[from]);
            var (least, leastPolls, leastTo) = (double.PositiveInfinity, 0.0, 0);
            for (var to = FirstEdges[from]; to <= end; to++)
            {
                var ready = longer - after[to];
                var delay = lost * (starts[to] * ready - (moment - moments[to]));
                if (delay > least) break;
                var asked = after[to] + lost * ready;
                var cost = delay + price * asked + toPay[to];
                if (cost >= least) continue;
                (least, leastPolls, leastTo) = (cost, asked + polls[to], to);
            }

            (toPay[from], polls[from], next[from]) = (least, leastPolls, leastTo);
        }

        return (next, polls[0]);
    }

    private static int FirstEdge(int from)
    {
        var soonest = Soonest(from == 0 ? 0 : DurationScale.Start(from));
        var to = from + 1;
        while (to < DurationScale.Steps && DurationScale.Start(to) < soonest) to++;
        return to;
    }

    /// <summary>A belief in sums from each edge to the end, so that any stretch of it is a difference.</summary>
    private sealed class Future
    {
        public Future(DurationBelief belief)
        {
            for (var step = DurationScale.Steps - 1; step >= 0; step--)
            {
                After[step] = After[step + 1] + belief[step];
                Moments[step] = Moments[step + 1] + belief[step] * DurationScale.Middle(step);
            }
        }

        /// <summary>The probability that it takes longer than until an edge.</summary>
        public double[] After { get; } = new double[DurationScale.Steps + 1];

        /// <summary>The seconds that it takes, weighed with the probability, as far as it takes longer.</summary>
        public double[] Moments { get; } = new double[DurationScale.Steps + 1];
    }
}
