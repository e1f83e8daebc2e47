using Kinora.Core.Providers;
using Kinora.Core.Tests.Generations;
using Kinora.Testing;

namespace Kinora.Core.Tests.Providers;

public sealed class LocalRateBudgetsTests : RateBudgetCompliance
{
    private readonly FakeClock _clock = new(Some.Now);

    public LocalRateBudgetsTests() => Budgets = new LocalRateBudgets(_clock);

    private protected override IRateBudgets Budgets { get; }

    protected override Task SetClockAsync(DateTimeOffset now)
    {
        _clock.Advance(now - _clock.GetUtcNow());
        return Task.CompletedTask;
    }
}
