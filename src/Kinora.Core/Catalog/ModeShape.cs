using System.Collections.Immutable;
using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>What a variant takes in one mode.</summary>
internal sealed class ModeShape
{
    private readonly Dictionary<string, Setting> _byKey;
    private readonly Dictionary<Parameter, string> _constants;

    /// <param name="parameters">All of the variant's, its clauses too.</param>
    /// <param name="media">The names of those that carry media in some mode.</param>
    /// <param name="defaults">The product's defaults by setting.</param>
    public ModeShape(ModeEntry entry, Parameter[] parameters, HashSet<string> media, Rule[] rules, Dictionary<string, string> defaults)
    {
        Name = entry.Mode;
        var byName = parameters.Where(parameter => parameter.Clause is null).ToDictionary(parameter => parameter.Name);
        Media = [.. entry.Media.Select(one => new MediaSlot(one, byName[one.Into]))];
        MediaByField = Media.GroupBy(slot => slot.Into).ToDictionary(slots => slots.Key, slots => slots.ToArray());
        _constants = entry.Set.ToDictionary(set => byName[set.Key], set => ScalarText.Of(set.Value)!);
        var mine = rules.Where(rule => rule.When.MayHoldIn(Name)).ToArray();
        var narrowing = mine.Where(rule => rule.BindsValues && rule.When.IsStatic).ToLookup(rule => rule.Setting);
        Settings =
        [
            .. parameters.Where(parameter => IsSetting(parameter, media))
                .Select(parameter => new Setting(parameter, defaults.GetValueOrDefault(parameter.Key), [.. narrowing[parameter.Key]])),
        ];
        _byKey = Settings.ToDictionary(setting => setting.Key);
        Rules = [.. mine.Where(rule => !(rule.BindsValues && rule.When.IsStatic && _byKey.ContainsKey(rule.Setting)))];
    }

    public string Name { get; }
    public IReadOnlyList<MediaSlot> Media { get; }

    /// <summary>By the provider's field that carries them, in the order in which it takes them.</summary>
    public IReadOnlyDictionary<Parameter, MediaSlot[]> MediaByField { get; }

    /// <summary>Parameters that have one value in this mode, in the provider's spelling.</summary>
    public IReadOnlyDictionary<Parameter, string> Constants => _constants;

    /// <summary>Every parameter that is neither media nor a constant of this mode, and every clause.</summary>
    public ImmutableArray<Setting> Settings { get; }

    /// <summary>The rules that the settings do not already hold.</summary>
    public ImmutableArray<Rule> Rules { get; }

    /// <summary>How many values a request can have at the most, its mode among them.</summary>
    public int MostValues => Settings.Length + Media.Count + 3;

    public Setting? Find(string key) => _byKey.GetValueOrDefault(key);

    public MediaSlot? Slot(MediaRole role)
    {
        foreach (var slot in Media)
        {
            if (slot.Role == role) return slot;
        }

        return null;
    }

    /// <summary>How well the media of a form fit: first what this mode cannot take, then what it lacks.</summary>
    public (int Unaccepted, int Missing) Misfit(GenerationInput form)
    {
        var (unaccepted, missing) = (0, 0);
        foreach (var role in MediaRole.All)
        {
            var isGiven = role.Get(form).Count > 0;
            if (Slot(role) is not { } slot) unaccepted += isGiven ? 1 : 0;
            else if (slot.Required && !isGiven) missing++;
        }

        return (unaccepted, missing);
    }

    private bool IsSetting(Parameter parameter, HashSet<string> media) => parameter.Clause is { } clause
        ? clause.Modes?.Contains(Name) is not false
        : !media.Contains(parameter.Name) && !_constants.ContainsKey(parameter);
}
