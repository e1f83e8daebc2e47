using System.Text.Json.Nodes;
using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>Checks the media of a request form for one mode: which roles, and how many.</summary>
internal sealed class MediaReading(string name, ModeShape mode, GenerationInput form, List<InputFault> faults)
{
    /// <summary>Longest asset id or URL.</summary>
    private const int LongestAddress = 2048;

    public void Run(ModelDefinition model, ModelVariant chosen)
    {
        foreach (var role in MediaRole.All)
        {
            var given = role.Get(form);
            var slot = mode.Media.FirstOrDefault(one => one.Role == role);
            if (given.Count == 0)
            {
                if (slot is { Required: true }) Add(role, $"{name} needs {role.Name} in {mode.Name}.", given);
            }
            else if (slot is null)
            {
                Add(role, Refusal(model, chosen, role), given);
            }
            else if (given.Any(one => string.IsNullOrWhiteSpace(one) || one.Length > LongestAddress))
            {
                Add(role, $"{role.Name} must be an asset id or a URL of at most {LongestAddress:N0} characters.", given);
            }
            else if (given.Count < slot.Min || given.Count > slot.Max)
            {
                var instead = given.Count == 1 ? Single(model) : "";
                Add(role, $"{name} takes {slot.Min} to {slot.Max} {role.Name}, not {given.Count}.{instead}", given);
            }
        }
    }

    private string Refusal(ModelDefinition model, ModelVariant chosen, MediaRole role)
    {
        var start = $"{name} takes no {role.Name} in {mode.Name}";
        var other = model.Variants
            .SelectMany(variant => variant.Shape.Modes, (variant, one) => (Variant: variant, Mode: one))
            .FirstOrDefault(pair => pair.Mode.Media.Any(slot => slot.Role == role));
        if (other.Mode is null) return start + ".";
        return ReferenceEquals(other.Variant, chosen)
            ? $"{start}; {other.Mode.Name} does."
            : $"{start} ({chosen.Id}); {other.Variant.Id} does.";
    }

    private static string Single(ModelDefinition model)
    {
        var slots = model.Variants.SelectMany(variant => variant.Shape.Modes).SelectMany(one => one.Media);
        return slots.FirstOrDefault(slot => !slot.Role.Many) is { } single ? $" Give a single one as {single.Role.Name}." : "";
    }

    private void Add(MediaRole role, string message, IReadOnlyList<string> given)
    {
        var shown = string.Join(", ", given.Take(10).Select(one => GivenValue.Shorten(one ?? "")));
        faults.Add(new(role.Name, message, given.Count == 0 ? null : GivenValue.Of(JsonValue.Create(shown)), []));
    }
}
