using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>What a variant takes in one mode.</summary>
internal sealed class ModeShape
{
    private readonly Dictionary<string, Setting> _byKey;

    /// <param name="parameters">All of the variant's.</param>
    /// <param name="settings">Those of them that are neither media nor a constant of some mode.</param>
    /// <param name="defaults">The product's defaults by setting.</param>
    public ModeShape(ModeEntry entry, Parameter[] parameters, Parameter[] settings, Rule[] rules, Dictionary<string, string> defaults)
    {
        Name = entry.Mode;
        var byName = parameters.ToDictionary(parameter => parameter.Name);
        Media = [.. entry.Media.Select(media => new MediaSlot(media, byName[media.Into]))];
        Constants = [.. entry.Set.Select(set => KeyValuePair.Create(byName[set.Key], ScalarText.Of(set.Value)!))];
        var mine = rules.Where(rule => rule.When.MayHoldIn(Name)).ToArray();
        Settings =
        [
            .. settings.Select(parameter => new Setting(parameter, defaults.GetValueOrDefault(parameter.Key),
                [.. mine.Where(rule => rule.When.IsStatic && rule.Setting == parameter.Key)])),
        ];
        Rules = [.. mine.Where(rule => !rule.When.IsStatic)];
        _byKey = Settings.ToDictionary(setting => setting.Key);
    }

    public string Name { get; }
    public IReadOnlyList<MediaSlot> Media { get; }

    /// <summary>Parameters that have one value in this mode, in the catalog's spelling.</summary>
    public IReadOnlyList<KeyValuePair<Parameter, string>> Constants { get; }

    /// <summary>Every parameter that is neither media nor a constant of some mode.</summary>
    public IReadOnlyList<Setting> Settings { get; }

    /// <summary>The rules that look at more than the mode.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    public Setting? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>How well the media of a form fit: first what this mode cannot take, then what it lacks.</summary>
    public (int Unaccepted, int Missing) Misfit(GenerationInput form)
    {
        var given = MediaRole.All.Count(role => role.Get(form).Count > 0);
        var accepted = Media.Count(slot => slot.Role.Get(form).Count > 0);
        return (given - accepted, Media.Count(slot => slot.Required && slot.Role.Get(form).Count == 0));
    }
}

/// <summary>Where a mode's media of one role go.</summary>
internal sealed class MediaSlot(MediaEntry entry, Parameter into)
{
    public MediaRole Role { get; } = MediaRole.Find(entry.Role);
    public Parameter Into { get; } = into;
    public bool Required => entry.Required;

    /// <summary>Fewest, when any are given.</summary>
    public int Min => entry.Min;
    public int Max { get; } = MediaRole.Find(entry.Role).Many ? entry.Max ?? into.Entry.MaxItems ?? int.MaxValue : 1;
}
