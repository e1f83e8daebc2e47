using System.Text.Json.Nodes;
using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>Turns request forms into plans, or into everything that is wrong with them.</summary>
internal sealed class Planner(ModelIndex index)
{
    public PlanResult Plan(GenerationInput form, InputFacts facts)
    {
        // JSON can put a null where C# promises none.
        if (index.Find(form.Model ?? "") is not var (model, pinned)) return Refused(UnknownModel(form.Model ?? ""));
        if (VariantChoice.Of(model, pinned, form) is not var (variant, mode)) return Refused(UnknownMode(model, pinned, form.Mode!));
        if (variant.UnavailableReason is { } reason)
        {
            var message = $"{model.Name} cannot be used now. {reason}";
            return Refused(new("model", message, GivenValue.Of(form.Model), []) { Code = "model_paused" });
        }

        var reading = new FormReading(variant.Shape, mode, form);
        reading.Run(model, variant);
        if (reading.Faults.Count > 0) return new(null, reading.Faults);
        var input = form with { Model = pinned?.Id ?? model.Id, Mode = mode.Name };
        foreach (var setting in mode.Settings)
        {
            if (setting.Parameter.Role is not { } role) continue;
            if (reading.Values.TryGetValue(setting.Key, out var value)) input = role.Set(input, value);
        }

        var plan = new GenerationPlan
        {
            Model = model, Variant = variant, Mode = mode.Name, Input = input,
            WireInput = WireWriter.Write(variant.Shape, mode, reading.Values, form),
            Quote = variant.Shape.Prices.Quote(reading.Values),
        };
        return new(plan, []);
    }

    private static PlanResult Refused(InputFault fault) => new(null, [fault]);

    private InputFault UnknownModel(string given)
    {
        var (near, shown) = (index.Near(given), GivenValue.Shorten(given));
        return new("model", $"There is no model {shown}. Did you mean {Words.Or(near)}?", shown, near) { Code = "unknown_model" };
    }

    private static InputFault UnknownMode(ModelDefinition model, ModelVariant? pinned, string given)
    {
        string[] offered = pinned is null ? [.. model.Modes.Select(mode => mode.Mode)] : [.. pinned.Shape.Modes.Select(mode => mode.Name)];
        return new("mode", $"{pinned?.Id ?? model.Name} does {Words.Or(offered)}; the nearest is {Nearest.Of(given, offered)}.",
            JsonValue.Create(GivenValue.Shorten(given)), offered);
    }
}
