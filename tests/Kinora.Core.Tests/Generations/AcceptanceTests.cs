using Kinora.Core.Generations;

namespace Kinora.Core.Tests.Generations;

/// <summary>One request on its way in.</summary>
public sealed class AcceptanceTests : IAsyncDisposable
{
    private readonly AcceptanceFixture _way = new();

    [Fact]
    public async Task What_is_accepted_is_committed_with_its_hold_and_due_at_once()
    {
        await _way.FundAsync(1000);
        var accepted = (await _way.OneAsync(AcceptanceFixture.Fox())).ShouldBeOfType<AcceptResult.Accepted>();
        accepted.Replayed.ShouldBeFalse();
        var generation = accepted.Items.ShouldHaveSingleItem().Generation;
        generation.Id.ShouldMatch("^gen_[0-9a-f]{32}$");
        (generation.Status, generation.Held, generation.DueAt).ShouldBe((GenerationStatus.Queued, 105, Some.Now));
        (await _way.Engine.FindAsync(generation.Id)).Input.Prompt.ShouldBe("A red fox");
        await _way.Engine.MoneyShouldBeAsync(balance: 1000, held: 105);
    }

    [Fact]
    public async Task A_continued_take_is_priced_by_what_it_is_and_its_parent_is_known()
    {
        await _way.FundAsync(1000);
        var form = new GenerationInput { Model = "grok-imagine", Mode = "extend", Prompt = "and then", Source = (await TakeAsync()).Id, Duration = 6 };
        var item = (await _way.OneAsync(form)).ShouldBeOfType<AcceptResult.Accepted>().Items.ShouldHaveSingleItem();
        item.Generation.ParentId.ShouldBe(form.Source);
        (item.Generation.Quote.Credits, item.Generation.Quote.Exact).ShouldBe((18, true));
    }

    [Fact]
    public async Task Every_fault_of_the_form_and_of_the_take_that_it_names_is_told_by_its_field()
    {
        await _way.FundAsync(1000);
        var form = new GenerationInput { Model = "grok-imagine", Mode = "extend", Prompt = "and then", Source = "gen_none", Duration = 6 };
        var fault = (await _way.OneAsync(form)).ShouldBeOfType<AcceptResult.Invalid>().Faults.ShouldHaveSingleItem();
        (fault.Field, fault.Given!.GetValue<string>()).ShouldBe(("source", "gen_none"));
        fault.Message.ShouldBe("Give the id of a finished generation of this account (gen_…).");
        (await FieldsAsync(form with { Duration = 7 })).ShouldBe(["duration", "source"], ignoreOrder: true);
        (await FieldsAsync(AcceptanceFixture.Fox() with { Duration = 7 })).ShouldBe(["duration"]);
        (await FieldsAsync(AcceptanceFixture.Fox() with { FirstFrame = "asset_of_nobody" })).ShouldBe(["firstFrame"]);
        (await _way.IdsAsync()).ShouldBeEmpty();
        await _way.Engine.MoneyShouldBeAsync(balance: 1000, held: 0);
    }

    [Fact]
    public async Task Only_a_finished_take_of_the_account_itself_can_be_continued()
    {
        await _way.FundAsync(1000);
        await _way.FundAsync(1000, "other");
        var take = await TakeAsync();
        var unfinished = await _way.Engine.AcceptAsync(GrokTake);
        var form = new GenerationInput { Model = "grok-imagine", Mode = "extend", Prompt = "and then", Duration = 6 };
        (await FieldsAsync(form with { Source = unfinished.Id })).ShouldBe(["source"]);
        (await FieldsAsync(form with { Source = new('g', 101) })).ShouldBe(["source"]);
        (await _way.Acceptor.AcceptAsync(new("other"), form with { Source = take.Id }, null, null, default)).ShouldBeOfType<AcceptResult.Invalid>();
        (await _way.OneAsync(form with { Source = take.Id })).ShouldBeOfType<AcceptResult.Accepted>();
    }

    [Fact]
    public async Task The_same_request_with_the_same_key_is_answered_by_the_generation_that_it_made()
    {
        await _way.FundAsync(1000);
        var first = (await _way.OneAsync(AcceptanceFixture.Fox(), "key")).ShouldBeOfType<AcceptResult.Accepted>().Items[0].Generation;
        var again = (await _way.OneAsync(AcceptanceFixture.Fox(), "key")).ShouldBeOfType<AcceptResult.Accepted>();
        again.Replayed.ShouldBeTrue();
        again.Items.ShouldHaveSingleItem().Generation.Id.ShouldBe(first.Id);
        (await _way.OneAsync(AcceptanceFixture.Fox("A cat"), "key")).ShouldBe(new AcceptResult.KeyConflict(first.Id));
        await _way.Engine.MoneyShouldBeAsync(balance: 1000, held: 105);
        (await _way.OneAsync(AcceptanceFixture.Fox(), "another key")).ShouldBeOfType<AcceptResult.Accepted>().Replayed.ShouldBeFalse();
    }

    [Fact]
    public async Task All_that_there_is_can_be_spent_and_not_a_credit_more()
    {
        await _way.FundAsync(105);
        (await _way.OneAsync(AcceptanceFixture.Fox())).ShouldBeOfType<AcceptResult.Accepted>();
        (await _way.OneAsync(AcceptanceFixture.Fox())).ShouldBe(new AcceptResult.InsufficientCredits(105, 0));
        (await _way.Acceptor.AcceptAsync(new("nobody"), AcceptanceFixture.Fox(), null, null, default)).ShouldBe(new AcceptResult.InsufficientCredits(105, 0));
    }

    [Fact]
    public async Task The_usual_time_is_the_catalogs_unless_the_operator_says_otherwise()
    {
        await _way.FundAsync(1000);
        var options = _way.Engine.Options;
        var hurried = _way.With(options with { Kie = options.Kie with { TypicalSeconds = 3 } });
        var (usual, quick) = (await _way.OneAsync(AcceptanceFixture.Fox()), await hurried.AcceptAsync(new("acc"), AcceptanceFixture.Fox(), null, null, default));
        usual.ShouldBeOfType<AcceptResult.Accepted>().Items[0].Generation.TypicalSeconds.ShouldBeGreaterThan(3);
        quick.ShouldBeOfType<AcceptResult.Accepted>().Items[0].Generation.TypicalSeconds.ShouldBe(3);
    }

    public ValueTask DisposeAsync() => _way.DisposeAsync();

    private async Task<IEnumerable<string>> FieldsAsync(GenerationInput form) =>
        (await _way.OneAsync(form)).ShouldBeOfType<AcceptResult.Invalid>().Faults.Select(fault => fault.Field);

    private static Generation GrokTake(Generation generation) =>
        generation with { VariantId = "grok-imagine/text-to-video", Input = generation.Input with { Resolution = "480p" } };

    private async Task<Generation> TakeAsync()
    {
        var accepted = await _way.Engine.AcceptAsync(GrokTake);
        var submitting = accepted.BeginSubmission(Some.Attempt("a"), Some.Now)!;
        var running = submitting.Generation.Submitted("a", "task", Some.Now, Some.Now, "answered")!;
        var collecting = running.Generation.ProviderSucceeded(new(Core.Providers.ProviderTaskState.Succeeded, "success"), Some.Now, "poll")!;
        var done = collecting.Generation.Collected([], Some.Now)!;
        await _way.Engine.Store.CommitAsync([submitting, running, collecting, done], default);
        return done.Generation;
    }
}
