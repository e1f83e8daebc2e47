using Kinora.Core.Catalog;

namespace Kinora.Core.Tests.Catalog.Facts;

/// <summary>Every mode of every variant makes wire input that the provider takes, by Kinora's check and by the documented facts.</summary>
public class VariantWalkTests
{
    public static TheoryData<string, string> Modes =>
        new(VariantWalk.VideoVariants.SelectMany(variant => variant.Modes.Select(mode => (variant.Id, mode.Text("mode")))));

    public static TheoryData<string> VideoVariants => new(VariantWalk.VideoVariants.Select(variant => variant.Id));

    public static TheoryData<string> OtherVariants => new(VariantWalk.Variants.Except(VariantWalk.VideoVariants).Select(variant => variant.Id));

    [Theory]
    [MemberData(nameof(Modes))]
    public void Smallest_request_is_taken(string variant, string mode)
    {
        var maker = VariantWalk.Maker(variant, mode);
        ShouldBeTaken(variant, mode, maker.Complete());
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Largest_request_is_taken(string variant, string mode)
    {
        var smallest = VariantWalk.Maker(variant, mode).Complete().Plan.ShouldNotBeNull();
        var raw = VariantWalk.Variant(variant);
        var (_, result) = VariantWalk.Largest(raw, raw.Modes.Single(one => one.Text("mode") == mode));

        ShouldBeTaken(variant, mode, result);
        result.Plan!.WireInput.Count.ShouldBeGreaterThanOrEqualTo(smallest.WireInput.Count);
    }

    [Theory]
    [MemberData(nameof(VideoVariants))]
    public void Every_field_can_be_sent(string id)
    {
        var variant = VariantWalk.Variant(id);
        foreach (var parameter in variant.Parameters.Where(one => VariantWalk.IsSent(variant, one)))
        {
            var name = parameter.Name();
            var constants = variant.Modes.SelectMany(mode => mode.Fields("set")).Where(set => set.Name == name).Select(set => set.Value.Node());
            var values = SampleValues.Accepted(parameter).Reverse().Concat(constants);
            var tries = values.Select(value => VariantWalk.Sending(variant, parameter, value)?.Result).OfType<PlanResult>().ToArray();

            var sent = tries.Select(one => one.Plan?.WireInput).FirstOrDefault(wire => wire?.ContainsKey(name) is true);
            var refusals = string.Join("; ", tries.SelectMany(one => one.Faults).Select(fault => fault.Message));
            sent.ShouldNotBeNull($"{id}: {name}: expected a mode that sends it, found {refusals}");
            DocumentedWire.Faults(variant, sent).ShouldBeEmpty($"{id}: {name}");
        }
    }

    [Theory]
    [MemberData(nameof(OtherVariants))]
    public void Helper_of_the_provider_is_checked_and_not_offered(string id)
    {
        var (raw, variant) = (VariantWalk.Variant(id), Shipped.Variant(id));
        foreach (var largest in raw.Modes.Count > 1 ? [false] : new[] { false, true })
        {
            var wire = VariantWalk.BareWire(raw, largest);
            ModelCatalog.CheckWire(variant, wire).ShouldBeEmpty(wire.ToJsonString());
            DocumentedWire.Faults(raw, wire).ShouldBeEmpty();
        }

        if (raw.Json.Has("result")) Shipped.Sandbox.Plan(new() { Model = id, Prompt = "x" }).Faults.ShouldHaveSingleItem().Field.ShouldBe("model");
    }

    private static void ShouldBeTaken(string variant, string mode, PlanResult result)
    {
        result.Faults.ShouldBeEmpty($"{variant} {mode}");
        var plan = result.Plan!;
        (plan.Variant.Id, plan.Mode).ShouldBe((variant, mode));
        ModelCatalog.CheckWire(plan.Variant, plan.WireInput).ShouldBeEmpty(plan.WireInput.ToJsonString());
        DocumentedWire.Faults(VariantWalk.Variant(variant), plan.WireInput).ShouldBeEmpty(plan.WireInput.ToJsonString());
        plan.Quote.Credits.ShouldBeGreaterThan(0);
    }
}
