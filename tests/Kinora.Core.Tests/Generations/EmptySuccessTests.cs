using Kinora.Core.Generations;

namespace Kinora.Core.Tests.Generations;

public sealed class EmptySuccessTests
{
    private static readonly Generation Running =
        Some.Generation() with { Status = GenerationStatus.Running, Held = 100, Attempt = Some.Attempt("a") with { ProviderTaskId = "task" } };

    [Theory]
    [InlineData(null, 5)]
    [InlineData(0, 5)]
    [InlineData(3, 5)]
    [InlineData(8, 8)]
    [InlineData(250, 250)]
    [InlineData(400, 200)]
    [InlineData(599, 1)]
    public void A_record_that_names_nothing_is_read_again_after_as_long_again_but_not_past_ten_minutes(int? age, int wait)
    {
        var change = Of(age)!;
        change.Generation.Status.ShouldBe(GenerationStatus.Running);
        change.Generation.DueAt.ShouldBe(Some.Now.AddSeconds(wait));
        change.History.ShouldBeNull();
    }

    [Fact]
    public void After_ten_minutes_it_costs_nothing_any_more_and_is_looked_at_now_and_then()
    {
        var change = Of(600)!;
        (change.Generation.Failure!.Code, change.Generation.Released, change.Generation.MaySucceedLate).ShouldBe((FailureCode.OutputLost, 100, true));
        change.Generation.DueAt.ShouldBe(Some.Now.AddSeconds(15));
        change.History!.Cause.ShouldBe("output_lost");
    }

    private static GenerationChange? Of(int? age) => EmptySuccess.Of(
        Running with { Attempt = Running.Attempt! with { EmptySince = age is { } seconds ? Some.Now.AddSeconds(-seconds) : null } }, Some.Now);
}
