using FsCheck;
using FsCheck.Fluent;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;

namespace Kinora.Core.Tests.Catalog;

public class CatalogPropertyTests
{
    /// <summary>Forms of likely and unlikely values in every field, for every name that the catalog knows.</summary>
    private static readonly Gen<GenerationInput> Forms =
        from model in Gen.Elements(Shipped.Sandbox.Models.SelectMany(one => one.Variants.Select(variant => variant.Id).Concat(one.Aliases).Append(one.Id)).ToArray())
        from mode in Rarely("text-to-video", "image-to-video", "reference-to-video")
        from prompt in Gen.Frequency((6, Gen.Constant<string?>("a cat")), (1, Gen.Elements<string?>(null, "", new('x', 1000), new('x', 5001))))
        from duration in Gen.Elements<int?>(null, null, null, null, 0, 4, 5, 6, 8, 10, 15, 30, 31)
        from ratio in Rarely("16:9", "9:16", "1:1", "auto", "wide")
        from resolution in Rarely("480p", "720p", "1080p", "4k")
        from sound in Gen.Elements<bool?>(null, null, null, null, null, null, true, false)
        from seed in Gen.Elements<long?>(null, null, null, null, null, null, null, null, 9999, 10000, long.MaxValue)
        from shots in Gen.Elements<bool?>(null, null, null, null, null, null, true)
        from first in Rarely("asset_a")
        from last in Rarely("asset_b")
        from references in Gen.Elements(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 7, 8)
        from option in Rarely("mode", "nsfw_checker", "upload_method", "task_id")
        select new GenerationInput
        {
            Model = model, Mode = mode, Prompt = prompt, Duration = duration, AspectRatio = ratio, Resolution = resolution, Sound = sound, Seed = seed,
            MultiShot = shots, FirstFrame = first, LastFrame = last, References = [.. Enumerable.Repeat("asset_r", references)],
            Parameters = option is null ? null : new() { [option] = option is "nsfw_checker" ? true : option is "mode" ? "spicy" : "s3" },
        };

    [Fact]
    public void Accepted_form_makes_input_that_the_provider_accepts_and_that_reads_back()
    {
        var (accepted, refused) = (0, 0);
        foreach (var form in Forms.Sample(5_000))
        {
            var (plan, faults) = Shipped.Sandbox.Plan(form);
            if (plan is null)
            {
                refused++;
                (faults.Count > 0 && faults.All(fault => IsField(fault.Field) && fault.Message.Length > 0)).ShouldBeTrue(form.ToString());
                continue;
            }

            accepted++;
            ModelCatalog.CheckWire(plan.Variant, plan.WireInput).ShouldBeEmpty();
            plan.Quote.Credits.ShouldBeGreaterThan(0);
            var read = Shipped.Sandbox.ReadWire(plan.Variant, plan.WireInput);
            var again = Shipped.Sandbox.Plan(read).Plan.ShouldNotBeNull();
            again.WireInput.ToJsonString().ShouldBe(plan.WireInput.ToJsonString());
            Shipped.Sandbox.UpstreamCredits(plan.Variant, read).ShouldBe(plan.Quote.UpstreamCredits);
        }

        accepted.ShouldBeGreaterThan(300);
        refused.ShouldBeGreaterThan(300);
    }

    [Fact]
    public void Every_choice_of_every_form_is_accepted()
    {
        foreach (var model in Shipped.Sandbox.Models)
        {
            foreach (var mode in model.Modes)
            {
                var form = mode.Controls.Where(control => control.Required).Aggregate(new GenerationInput { Model = model.Id, Mode = mode.Mode }, Fill);
                Shipped.Sandbox.Plan(form).Faults.ShouldBeEmpty();
                foreach (var (control, choice) in mode.Controls.SelectMany(control => control.Choices ?? [], (control, choice) => (control, choice)))
                    Shipped.Sandbox.Plan(FormRole.Find(control.Role)!.Set(form, choice.ToString())).Faults.ShouldBeEmpty($"{model.Id} {mode.Mode} {control.Role} {choice}");
            }
        }
    }

    private static GenerationInput Fill(GenerationInput form, FormControl control) => control.Type is "image" or "images"
        ? MediaRole.Find(control.Role)!.Set(form, [.. Enumerable.Repeat("asset_a", control.MinItems ?? 1)])
        : FormRole.Find(control.Role)!.Set(form, "a cat");

    private static bool IsField(string field) =>
        field is "mode" || field.StartsWith("parameters.") || FormRole.Find(field) is not null || MediaRole.All.Any(role => role.Name == field);

    private static Gen<string?> Rarely(params string[] values) =>
        Gen.Frequency((6, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>(values)));
}
