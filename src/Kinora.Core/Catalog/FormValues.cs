using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>What a request says, as conditions look at it: settings in the catalog's spelling, media that are given, the mode.</summary>
internal static class FormValues
{
    public const string SourceVariant = "source.variant", SourceResolution = "source.resolution";

    /// <summary>The values of a form that was checked before.</summary>
    public static Dictionary<string, string> Of(ModeShape mode, GenerationInput form, InputFacts facts)
    {
        var (values, given) = (new Dictionary<string, string> { [Condition.Mode] = mode.Name }, new HashSet<string>());
        foreach (var setting in mode.Settings)
        {
            var value = setting.Parameter.Role is { } role ? role.Get(form) : WireValue.ToForm(setting.Parameter, form.Parameters?[setting.Parameter.Name]);
            if (value is not null) given.Add(setting.Key);
            if ((value ?? setting.Default) is { } known) values[setting.Key] = known;
        }

        AddMedia(values, form, facts);
        Yield(mode, values, given.Contains);
        return values;
    }

    /// <summary>A default gives way to a rule; a value that was given does not.</summary>
    public static void Yield(ModeShape mode, Dictionary<string, string> values, Predicate<string> isGiven)
    {
        foreach (var rule in mode.Rules)
        {
            if (rule.Allowed is null || isGiven(rule.Setting) || MediaRole.Find(rule.Setting) is not null || !rule.IsBroken(values)) continue;
            var choices = mode.Find(rule.Setting)?.Choices;
            if (rule.Allowed.FirstOrDefault(one => choices?.Contains(one) is not false) is { } instead) values[rule.Setting] = instead;
            else values.Remove(rule.Setting);
        }
    }

    public static void AddMedia(Dictionary<string, string> values, GenerationInput form, InputFacts facts)
    {
        foreach (var role in MediaRole.All)
        {
            if (role.Get(form).Count > 0) values[role.Name] = "true";
        }

        if (form.Source is null || facts.Source is not { } take) return;
        values[SourceVariant] = take.VariantId;
        if (take.Resolution is { } resolution) values[SourceResolution] = resolution;
    }
}
