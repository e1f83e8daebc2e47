using Kinora.Core.Generations;
using Kinora.Core.Health;
using Kinora.Core.Tests.Catalog;
using Kinora.Core.Tests.Generations;

namespace Kinora.Core.Tests.Health;

public sealed class TestRendersTests : IAsyncDisposable
{
    private readonly AcceptanceFixture _way = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private TestRenders Renders => new(Shipped.Sandbox, _way.Acceptor);

    [Fact]
    public async Task Cheapest_video_of_words_alone_is_asked_for_and_charged_as_any()
    {
        await _way.FundAsync(1000);
        var accepted = (await Renders.AskAsync(new("acc"), Shipped.Sandbox.Find("kling-2.6")!, Stop)).ShouldBeOfType<AcceptResult.Accepted>();
        var made = accepted.Items[0].Generation;
        (made.Input.Duration, made.Input.Sound, made.Quote.Credits).ShouldBe((5, false, Shipped.Sandbox.Find("kling-2.6")!.FromCredits));
        (await Renders.AskAsync(new("acc"), Shipped.Sandbox.Find("hailuo-2.3")!, Stop)).ShouldBeNull();
    }

    [Fact]
    public void No_model_has_a_cheaper_one_of_words_alone()
    {
        foreach (var model in Shipped.Sandbox.Models)
        {
            if (CheapestForm.Of(Shipped.Sandbox, model) is not { } form) continue;
            var plan = Shipped.Sandbox.Plan(form).Plan.ShouldNotBeNull(model.Id);
            if (model.Modes.All(mode => mode.Mode is "text-to-video")) plan.Quote.Credits.ShouldBe(model.FromCredits, model.Id);
        }
    }

    [Fact]
    public async Task As_many_a_day_are_made_as_wanted_each_of_the_next_model()
    {
        await _way.FundAsync(100_000);
        for (var minute = 0; minute < 24 * 60; minute += 20) await Renders.AskDueAsync("acc", perDay: 4, Some.Now.AddMinutes(minute), Stop);
        var made = await _way.Engine.Store.ListAsync("acc", null, 100, null, Stop);
        made.Count.ShouldBe(4);
        made.Select(generation => generation.ModelId).Distinct().Count().ShouldBe(4);
    }

    public ValueTask DisposeAsync() => _way.DisposeAsync();
}
