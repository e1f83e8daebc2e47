using System.Text.Json.Nodes;
using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>Turns request forms into plans, or into everything that is wrong with them.</summary>
internal sealed class Planner(ModelIndex index)
{
    public PlanResult Plan(GenerationInput form, InputFacts facts)
    {
        // JSON can put a null where C# promises none.
        if (index.Find(form.Model ?? "") is not var (model, pinned)) return Refused(index.Unknown(form.Model ?? ""));
        if (VariantChoice.Of(model, pinned, form) is not var (variant, mode)) return Refused(NotOffered(model, pinned, form));
        if (variant.UnavailableReason is { } reason) return Refused(Unavailable(model, form, reason));

        if (variant.Result is { } other)
            return Refused(new("model", $"{variant.Id} makes no video but a {other}; Kinora offers videos only.", GivenValue.Of(form.Model), []));

        var reading = new FormReading(variant.Shape, mode, form, facts);
        reading.Run(model, variant);
        if (reading.Faults.Count > 0) return new(null, reading.Faults);
        if (variant.Shape.Prices.Quote(new(variant.Shape, mode, reading.Values, form, facts)) is not { } quote)
            return Refused(Priceless(model, form, facts));

        var input = form with { Model = pinned?.Id ?? model.Id, Mode = mode.Name, Tier = variant.Tier };
        foreach (var setting in mode.Settings)
        {
            if (setting.Parameter.Role is not { } role) continue;
            if (reading.Values.TryGetValue(setting.Key, out var value) && value != role.Get(input)) input = role.Set(input, value);
        }

        var routes = Routes(new(form, facts, mode, reading.Values), variant);
        if (routes.Count == 0) return Refused(Unavailable(model, form, variant.Routes.Select(route => route.UnavailableReason).First(why => why is not null)!));
        var plan = new GenerationPlan
        {
            Model = model, Variant = variant, Mode = mode.Name, Input = input, Quote = quote,
            Routes = routes,
            Warnings = LetterWarning.Of(variant.Shape.Warnings, reading.Values),
        };
        return new(plan, []);
    }

    private IReadOnlyList<PlannedRoute> Routes(RouteForm form, ModelVariant variant) =>
    [
        .. variant.Routes.Where(route => route.UnavailableReason is null)
            .Select(route => (Route: route, WireInput: route.As is null ? form.Write(variant) : form.Translate(index.Find(route.As)!.Value)))
            .Where(one => one.WireInput is not null).Select(one => new PlannedRoute(one.Route, one.WireInput!)),
    ];

    private static PlanResult Refused(InputFault fault) => new(null, [fault]);

    private static InputFault Unavailable(ModelDefinition model, GenerationInput form, string reason) =>
        new("model", $"{model.Name} cannot be used now. {reason}", GivenValue.Of(form.Model), []) { Code = "model_paused" };

    // Rows cover every request by itself; only a take from elsewhere can fall between them.
    private static InputFault Priceless(ModelDefinition model, GenerationInput form, InputFacts facts)
    {
        var made = facts.Source is { } take ? $" of {take.VariantId}{(take.Resolution is null ? "" : " at " + take.Resolution)}" : "";
        return new("source", $"{model.Name} cannot continue a take{made}.", GivenValue.Of(form.Source), []);
    }

    private static InputFault NotOffered(ModelDefinition model, ModelVariant? pinned, GenerationInput form)
    {
        var variants = pinned is null ? model.Variants : [pinned];
        var tiers = variants.Select(one => one.Tier).OfType<string>().Distinct().ToArray();
        var fitting = variants.Where(one => one.IsTier(form.Tier)).ToArray();
        if (form.Tier is { } tier && fitting.Length == 0)
        {
            var wanted = tiers.Length == 0 ? "has no tiers" : $"has the {(tiers.Length == 1 ? "tier" : "tiers")} {Words.Or(tiers)}";
            return new("tier", $"{pinned?.Id ?? model.Name} {wanted}.", JsonValue.Create(GivenValue.Shorten(tier)), tiers);
        }

        var mode = form.Mode!;
        string[] offered = [.. fitting.SelectMany(one => one.Shape.Modes).Select(one => one.Name).Distinct()];
        return new("mode", $"{pinned?.Id ?? model.Name} does {Words.Or(offered)}; the nearest is {Nearest.Of(mode, offered)}.",
            JsonValue.Create(GivenValue.Shorten(mode)), offered);
    }
}
