using System.Text.Json.Nodes;
using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>Checks the media of a request form for one mode: which roles, how many, and the files as far as they are known.</summary>
internal sealed class MediaReading(string name, ModeShape mode, GenerationInput form, InputFacts facts, List<InputFault> faults)
{
    /// <summary>Longest asset id or URL.</summary>
    private const int LongestAddress = 2048;

    public void Run(ModelDefinition model, ModelVariant chosen)
    {
        foreach (var role in MediaRole.All)
        {
            var given = role.Get(form);
            var slot = mode.Slot(role);
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
                var instead = given.Count == 1 && role.Kind is MediaKind.Picture ? Single(model) : "";
                Add(role, $"{name} takes {slot.Min} to {slot.Max} {role.Name}, not {given.Count}.{instead}", given);
            }
            else if (role.Kind is MediaKind.Take)
            {
                CheckTake(slot, given);
            }
            else
            {
                CheckFiles(slot, given);
            }
        }
    }

    private void CheckTake(MediaSlot slot, IReadOnlyList<string> given)
    {
        if (facts.Source is { } take && slot.From.Count > 0 && !slot.From.Contains(take.VariantId))
            Add(slot.Role, $"{name} continues takes of {Words.Or(slot.From)}; this was made by {take.VariantId}.", given);
    }

    private void CheckFiles(MediaSlot slot, IReadOnlyList<string> given)
    {
        var (limits, total) = (slot.Into.Entry, 0m);
        foreach (var one in given)
        {
            if (!facts.Media.TryGetValue(one, out var measure)) continue;
            total += measure.Seconds;
            if (MediaLimits.Fault(limits, slot.Role.Kind, measure) is { } wanted)
                Add(slot.Role, $"{name} takes as {slot.Role.Name} {wanted}.", [one]);
        }

        if (limits.MaxTotalSeconds is { } most && total > most + MediaLimits.Tolerance)
            Add(slot.Role, $"{name} takes {slot.Role.Name} of at most {most:0.##} s in all; these have {total:0.0} s.", given);
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
        return slots.FirstOrDefault(slot => slot.Role is { Many: false, Kind: MediaKind.Picture }) is { } single ? $" Give a single one as {single.Role.Name}." : "";
    }

    private void Add(MediaRole role, string message, IReadOnlyList<string> given)
    {
        var shown = string.Join(", ", given.Take(10).Select(one => GivenValue.Shorten(one ?? "")));
        faults.Add(new(role.Name, message, given.Count == 0 ? null : GivenValue.Of(JsonValue.Create(shown)), []));
    }
}
