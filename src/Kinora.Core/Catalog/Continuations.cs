using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>What the catalog can make of a finished take.</summary>
public sealed class Continuations(ModelCatalog catalog)
{
    public const string Extend = "extend", Upscale = "upscale";

    /// <summary>What continues or enlarges the take of a generation, in the catalog's order; none for one that has no take.</summary>
    public IReadOnlyList<Continuation> Of(Generation generation)
    {
        if (generation is not { Status: GenerationStatus.Succeeded, Marks.DeletedAt: null }) return [];
        var facts = new InputFacts { Source = new(generation.VariantId, generation.Input.Resolution) };
        return
        [
            .. catalog.Models.SelectMany(model => model.Variants, (model, variant) => (Model: model, Variant: variant)).Where(pair => pair.Variant.IsAvailable)
                .SelectMany(pair => pair.Variant.Shape.Modes, (pair, mode) => (pair.Model, pair.Variant, Mode: mode))
                .Where(one => one.Mode.Name is Extend or Upscale && one.Mode.Slot(MediaRole.Source)?.From.Contains(generation.VariantId) is true)
                .Select(one => Told(one.Model, one.Variant, one.Mode, generation, facts)).Where(one => one.Mode is Extend || one.Resolutions.Count > 0),
        ];
    }

    private Continuation Told(ModelDefinition model, ModelVariant variant, ModeShape mode, Generation generation, InputFacts facts)
    {
        var form = new GenerationInput { Model = variant.Id, Mode = mode.Name, Source = generation.Id };
        return new(mode.Name, model, variant, mode.Name is Upscale ? [.. Sizes(variant, mode.Name).Where(size => Plans(form, size))] : []);

        // A take may have the size already, or be one that has no price.
        bool Plans(GenerationInput input, string size) =>
            catalog.Plan(variant.Resolution is null ? input with { Resolution = size } : input, facts).Plan is not null;
    }

    private static IEnumerable<string> Sizes(ModelVariant variant, string mode) => variant.Resolution is { } only
        ? [only]
        : variant.Modes.Where(form => form.Mode == mode).SelectMany(form => form.Controls).Where(control => control.Role == "resolution")
            .SelectMany(control => control.Choices ?? [], (_, choice) => choice.GetValue<string>());
}

/// <summary>One way to continue or enlarge a take.</summary>
/// <param name="Mode"><see cref="Continuations.Extend"/> or <see cref="Continuations.Upscale"/>.</param>
/// <param name="Model">The product that does it.</param>
/// <param name="Resolutions">For a larger version, the resolutions that it can have; empty for a continuation.</param>
public sealed record Continuation(string Mode, ModelDefinition Model, ModelVariant Variant, IReadOnlyList<string> Resolutions);
