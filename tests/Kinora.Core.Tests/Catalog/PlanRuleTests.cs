using Kinora.Core.Catalog;
using Kinora.Core.Generations;

namespace Kinora.Core.Tests.Catalog;

/// <summary>Rules between settings, on a made-up model: 1080p makes 5 s only, and 10 s need a style.</summary>
public sealed class PlanRuleTests : IDisposable
{
    private static readonly GenerationInput Form = new() { Model = "toy-one", Prompt = "hi" };
    private readonly MadeUpFamily _family = new();

    public void Dispose() => _family.Dispose();

    [Fact]
    public void Model_that_only_exists_as_data_is_planned()
    {
        var plan = Plan(Form with { FirstFrame = "asset_a", Resolution = "1080p", Parameters = new() { ["strength"] = 0.25 } }).Plan!;
        plan.WireInput.ToJsonString().ShouldBe("""{"prompt":"hi","image":"asset_a","kind":"image","len":"5","size":"hd","strength":0.25}""");
    }

    [Fact]
    public void Default_gives_way_to_a_rule() => Plan(Form with { Resolution = "1080p" }).Plan!.Input.Duration.ShouldBe(5);

    [Fact]
    public void Given_value_does_not_give_way()
    {
        var fault = Plan(Form with { Resolution = "1080p", Duration = 10, Style = "noir" }).Faults.ShouldHaveSingleItem();
        (fault.Field, fault.Message).ShouldBe(("duration", "Toy takes duration 5 here (1080p makes 5 s only)."));
    }

    [Fact]
    public void Rule_may_demand_a_value()
    {
        var fault = Plan(Form).Faults.ShouldHaveSingleItem();
        (fault.Field, fault.Message).ShouldBe(("style", "Toy needs style here (long ones wander)."));
        Plan(Form with { Style = "noir" }).Plan.ShouldNotBeNull();
    }

    [Fact]
    public void Provider_would_refuse_what_a_rule_forbids()
    {
        var catalog = _family.Load();
        var variant = catalog.FindWire("jobs", "toy/v1")!;
        var wire = new System.Text.Json.Nodes.JsonObject { ["prompt"] = "hi", ["kind"] = "text", ["size"] = "hd", ["len"] = "10", ["style"] = "noir" };
        ModelCatalog.CheckWire(variant, wire).ShouldBe([new WireFault("len", WireFaultKind.NotInEnum, "one of 5")]);
    }

    private PlanResult Plan(GenerationInput form) => _family.Load().Plan(form);
}
