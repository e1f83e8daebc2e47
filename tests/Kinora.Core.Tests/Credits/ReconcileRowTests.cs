using Kinora.Core.Credits;
using Kinora.Core.Tests.Generations;

namespace Kinora.Core.Tests.Credits;

public sealed class ReconcileRowTests
{
    [Fact]
    public void What_was_free_on_both_sides_fits()
    {
        var row = ReconcileRow.Of(Some.Generation(credits: 0) with { UpstreamCredits = 0 });
        (row.Mismatch, row.MarginUsd).ShouldBe((null, 0));
    }

    [Fact]
    public void What_cost_something_and_brought_nothing_is_a_loss()
    {
        var row = ReconcileRow.Of(Some.Generation(credits: 0) with { UpstreamCredits = 20 });
        (row.Mismatch, row.MarginUsd).ShouldBe((ReconcileMismatch.ChargedButFailed, -0.1m));
    }
}
