using FsCheck.Fluent;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Core.Tests.Catalog.Facts;

namespace Kinora.Core.Tests.Catalog;

/// <summary>What holds for every request form, whatever is in it.</summary>
public class CatalogPropertyTests
{
    private static readonly HashSet<string> FormFields =
        [.. typeof(GenerationInput).GetProperties().Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..])];

    [Fact]
    public void Accepted_form_makes_input_that_the_provider_accepts_and_that_reads_back()
    {
        var (accepted, refused) = (0, 0);
        foreach (var (form, facts) in SampleForms.All.Sample(5_000).OfType<SampleForm>())
        {
            var (plan, faults) = Shipped.Sandbox.Plan(form, facts);
            if (plan is null)
            {
                refused++;
                faults.ShouldNotBeEmpty(form.ToString());
                foreach (var fault in faults) (IsField(fault.Field) && fault.Message.Length > 0).ShouldBeTrue($"{fault.Field}: {form}");
                continue;
            }

            accepted++;
            var shown = $"{form} {form.Parameters?.ToJsonString()} became {plan.WireInput.ToJsonString()}";
            ModelCatalog.CheckWire(plan.Variant, plan.WireInput).ShouldBeEmpty(shown);
            DocumentedWire.Faults(VariantWalk.Variant(plan.Variant.Id), plan.WireInput).ShouldBeEmpty(shown);
            plan.Quote.Credits.ShouldBeGreaterThan(0, shown);

            var read = Shipped.Sandbox.ReadWire(plan.Variant, plan.WireInput);
            var again = Shipped.Sandbox.Plan(read, facts);
            again.Faults.ShouldBeEmpty(shown);
            again.Plan!.WireInput.ToJsonString().ShouldBe(plan.WireInput.ToJsonString(), shown);
            Shipped.Sandbox.UpstreamCredits(plan.Variant, read, facts).ShouldBe(plan.Quote.UpstreamCredits, shown);
        }

        accepted.ShouldBeGreaterThan(300);
        refused.ShouldBeGreaterThan(300);
    }

    [Fact]
    public void Form_that_was_planned_is_planned_the_same_again_and_never_dearer_than_before_its_media_were_known()
    {
        foreach (var (form, facts) in SampleForms.All.Sample(5_000).OfType<SampleForm>())
        {
            if (Shipped.Sandbox.Plan(form, facts).Plan is not { } plan) continue;
            var again = Shipped.Sandbox.Plan(plan.Input, facts);
            again.Faults.ShouldBeEmpty(form.ToString());
            (again.Plan!.Variant.Id, again.Plan.Mode).ShouldBe((plan.Variant.Id, plan.Mode), form.ToString());
            again.Plan.WireInput.ToJsonString().ShouldBe(plan.WireInput.ToJsonString(), form.ToString());
            (again.Plan.Quote.Credits, again.Plan.Quote.Exact).ShouldBe((plan.Quote.Credits, plan.Quote.Exact), form.ToString());

            var before = Shipped.Sandbox.Plan(form, facts with { Media = InputFacts.None.Media });
            before.Faults.ShouldBeEmpty(form.ToString());
            (before.Plan!.Variant.Id, before.Plan.Mode).ShouldBe((plan.Variant.Id, plan.Mode), form.ToString());
            plan.Quote.Credits.ShouldBeLessThanOrEqualTo(before.Plan.Quote.Credits, form.ToString());
            if (before.Plan.Quote.Exact) plan.Quote.Credits.ShouldBe(before.Plan.Quote.Credits, form.ToString());
        }
    }

    [Fact]
    public void Every_choice_of_every_form_is_accepted()
    {
        var drawn =
            from model in Shipped.Sandbox.Models
            where model.IsAvailable
            from mode in model.Modes
            from control in mode.Controls
            from choice in control.Choices ?? []
            select (model, mode, control, choice);
        foreach (var (model, mode, control, choice) in drawn)
            VariantWalk.Refusal(mode.Variant, mode.Mode, control.Role, choice).ShouldBeNull($"{model.Id} {mode.Mode} {control.Role} {choice}");
    }

    private static bool IsField(string field) => FormFields.Contains(field) || field.StartsWith("parameters.", StringComparison.Ordinal);
}
