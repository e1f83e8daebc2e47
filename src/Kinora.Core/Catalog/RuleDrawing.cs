using System.Text.Json.Nodes;

namespace Kinora.Core.Catalog;

/// <summary>Makes the list of rules of a mode, for clients to hold.</summary>
internal static class RuleDrawing
{
    public static IReadOnlyList<FormRule> Rules(ModeShape mode) => [.. mode.Rules.Select(rule => Of(rule, mode)).OfType<FormRule>()];

    private static FormRule? Of(Rule rule, ModeShape mode)
    {
        var entry = rule.Entry;
        if (WhenDrawing.Of(rule.When, mode) is not { } when) return null;
        // What the mode lacks anyway needs no rule.
        if (rule.Allowed is not null && mode.Find(rule.Setting) is null && !mode.Media.Any(slot => slot.Role.Name == rule.Setting)) return null;
        return new()
        {
            When = when,
            Setting = entry.Setting,
            Allowed = rule.Allowed?.Select(value => WhenDrawing.Value(mode.Find(rule.Setting)?.Parameter, value)).ToArray(),
            Required = entry.Required,
            AnyOf = entry.AnyOf, NotTogether = entry.NotTogether,
            Sum = entry.Sum, AtLeast = entry.AtLeast, AtMost = entry.AtMost is { } most ? JsonValue.Create(most) : null,
            Reason = entry.Reason,
        };
    }
}
