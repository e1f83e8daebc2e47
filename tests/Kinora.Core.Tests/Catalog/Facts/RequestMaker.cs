using System.Text.Json;
using System.Text.Json.Nodes;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;

namespace Kinora.Core.Tests.Catalog.Facts;

/// <summary>
/// Builds a request form for one mode of a variant from the catalog's plain JSON: what is said in the provider's words goes into the
/// field of the form that stands for it, and what the engine still misses is filled in with the least that will do.
/// </summary>
internal sealed class RequestMaker(RawVariant variant, JsonElement mode)
{
    private const int MostRounds = 8;

    /// <summary>How conditions call the resolution of the take that is continued.</summary>
    public const string SourceResolution = "source.resolution";

    private static readonly string[] Whole = ["duration", "seed", "motionStrength"], Fractions = ["cfgScale"];

    private readonly JsonObject _form = new() { ["model"] = variant.Id, ["mode"] = RawCatalog.Text(mode, "mode") };
    private readonly Dictionary<string, MediaMeasure> _media = [];

    // What was said on purpose, and what is to stay unsaid.
    private readonly HashSet<string> _fixed = [];

    public string Mode => RawCatalog.Text(mode, "mode");

    /// <summary>How long every video and sound is that is given from now on.</summary>
    public decimal MediaSeconds { get; set; } = 5;

    /// <summary>The take that is continued, where there is one.</summary>
    public SourceTake? Source { get; set; }

    public InputFacts Facts => new() { Media = _media, Source = _form.ContainsKey("source") ? Source : null };
    public GenerationInput Form => _form.Deserialize<GenerationInput>(JsonSerializerOptions.Web)!;

    public JsonElement? Parameter(string name) =>
        variant.Parameters.Where(one => RawCatalog.Text(one, "name") == name).Select(one => (JsonElement?)one).FirstOrDefault();

    /// <summary>The name by which conditions, rules and faults know a field: its role, else <c>parameters.</c> and its name.</summary>
    public static string Key(JsonElement parameter) =>
        parameter.TryGetProperty("role", out var role) ? role.GetString()! : "parameters." + RawCatalog.Text(parameter, "name");

    /// <summary>Whether this mode leaves a field to the request: it carries no media and has no value of its own here.</summary>
    public bool IsSetting(string name) => !IsMedia(name) && !RawCatalog.Fields(mode, "set").Any(one => one.Name == name);

    public bool IsMedia(string name) => variant.Modes.Any(one => RawCatalog.List(one, "media").Any(media => RawCatalog.Text(media, "into") == name));

    /// <summary>The fields of the form that fill one of the provider's in this mode, required ones first.</summary>
    public IEnumerable<JsonElement> MediaInto(string name) =>
        RawCatalog.List(mode, "media").Where(media => RawCatalog.Text(media, "into") == name).OrderByDescending(Flag);

    /// <summary>Says one of the provider's fields with the provider's value.</summary>
    /// <returns>Whether this mode can say it.</returns>
    public bool Say(string name, JsonNode value)
    {
        foreach (var constant in RawCatalog.Fields(mode, "set"))
        {
            if (constant.Name == name) return JsonNode.DeepEquals(SampleValues.Node(constant.Value), value);
        }

        if (Parameter(name) is not { } parameter) return false;
        if (IsMedia(name))
        {
            if (value.GetValueKind() is JsonValueKind.False) return SayNothing(name);
            foreach (var media in MediaInto(name).Take(1)) Give(RawCatalog.Text(media, "role"));
            return MediaInto(name).Any();
        }

        Put(parameter, value);
        _fixed.Add(Key(parameter));
        return true;
    }

    /// <summary>Sets a field of the form itself.</summary>
    public void SayForm(string field, JsonNode? value)
    {
        _form[field] = value?.DeepClone();
        _fixed.Add(field);
    }

    /// <summary>Sees to it that a field is not filled in.</summary>
    public void Withhold(string key) => _fixed.Add(key);

    /// <summary>Says what conditions call by this key, in the form's own word; of media: whether they are given.</summary>
    /// <returns>Whether this mode can say it.</returns>
    public bool SayKey(string key, JsonNode? word)
    {
        if (key is SourceResolution)
        {
            var isGiven = Give("source");
            if (isGiven) Source = Source! with { Resolution = word?.ToString() };
            return isGiven;
        }

        if (IsRole(key) && word is not null && word.GetValueKind() is JsonValueKind.True) return Give(key);
        foreach (var parameter in variant.Parameters.Where(one => word is not null && Key(one) == key && IsSetting(RawCatalog.Text(one, "name"))))
        {
            PutForm(parameter, word!);
            _fixed.Add(key);
            return true;
        }

        Withhold(key);
        return word is null || IsRole(key);
    }

    /// <summary>Says what conditions call by this key, whatever it may be.</summary>
    public bool SaySomething(string key)
    {
        if (IsRole(key)) return Give(key);
        return variant.Parameters.Where(one => Key(one) == key).Any(one => Say(RawCatalog.Text(one, "name"), SampleValues.Smallest(one)));
    }

    private bool IsRole(string key) => variant.Modes.SelectMany(one => RawCatalog.List(one, "media")).Any(media => RawCatalog.Text(media, "role") == key);

    /// <summary>Gives files, or a take, for a role of the form.</summary>
    /// <returns>Whether this mode takes them.</returns>
    public bool Give(string role, int? count = null)
    {
        var slots = RawCatalog.List(mode, "media").Where(media => RawCatalog.Text(media, "role") == role).ToArray();
        if (slots.Length == 0) return false;
        _fixed.Add(role);
        if (role is "source")
        {
            _form[role] = "gen_1";
            Source ??= new(RawCatalog.Texts(slots[0], "from").DefaultIfEmpty(variant.Id).First(), "720p");
            return true;
        }

        var isList = role is "references" or "referenceVideos" or "referenceAudio";
        var into = Parameter(RawCatalog.Text(slots[0], "into"))!.Value;
        var addresses = Enumerable.Range(0, count ?? SampleValues.Whole(slots[0], "min") ?? 1).Select(index => SampleMedia.Address(role, index)).ToArray();
        foreach (var address in addresses) _media[address] = SampleMedia.Measure(role, into, MediaSeconds);
        _form[role] = isList ? new JsonArray([.. addresses.Select(one => (JsonNode)one)]) : addresses[0];
        return true;
    }

    /// <summary>How many files a role takes in this mode.</summary>
    public int Most(string role) => RawCatalog.List(mode, "media").Where(media => RawCatalog.Text(media, "role") == role)
        .Select(media => SampleValues.Whole(media, "max") ?? SampleValues.Whole(Parameter(RawCatalog.Text(media, "into"))!.Value, "maxItems") ?? 1).FirstOrDefault(1);

    public PlanResult Plan() => Shipped.Sandbox.Plan(Form, Facts);

    /// <summary>Fills in what the engine misses, with the least that will do, and leaves alone what was said.</summary>
    public PlanResult Complete()
    {
        foreach (var media in RawCatalog.List(mode, "media").Where(Flag))
        {
            var role = RawCatalog.Text(media, "role");
            if (!_fixed.Contains(role)) Give(role);
        }

        for (var round = 0; ; round++)
        {
            var result = Plan();
            if (result.Plan is not null || round == MostRounds || !result.Faults.Any(Repair)) return result;
        }
    }

    private bool SayNothing(string name)
    {
        foreach (var media in MediaInto(name)) Withhold(RawCatalog.Text(media, "role"));
        return !MediaInto(name).Any(Flag);
    }

    private bool Repair(InputFault fault)
    {
        if (_fixed.Contains(fault.Field)) return false;
        if (Give(fault.Field)) return true;
        foreach (var parameter in variant.Parameters.Where(one => Key(one) == fault.Field && IsSetting(RawCatalog.Text(one, "name"))))
        {
            Put(parameter, SampleValues.Smallest(parameter));
            if (fault.Allowed is [var first, ..] && parameter.TryGetProperty("enum", out _)) PutForm(parameter, first);
            _fixed.Add(fault.Field);
            return true;
        }

        return false;
    }

    private void Put(JsonElement parameter, JsonNode value)
    {
        if (!parameter.TryGetProperty("role", out _)) Parameters[RawCatalog.Text(parameter, "name")] = value.DeepClone();
        else PutForm(parameter, FormWord(parameter, value));
    }

    private void PutForm(JsonElement parameter, JsonNode word)
    {
        if (!parameter.TryGetProperty("role", out var role)) Parameters[RawCatalog.Text(parameter, "name")] = word;
        else _form[role.GetString()!] = Typed(role.GetString()!, word);
    }

    /// <summary>The form's word for a value of the provider's.</summary>
    public static JsonNode FormWord(JsonElement parameter, JsonNode value)
    {
        foreach (var word in RawCatalog.Fields(parameter, "values"))
        {
            if (JsonNode.DeepEquals(SampleValues.Node(word.Value), value)) return JsonValue.Create(word.Name);
        }

        return value.DeepClone();
    }

    // "5" and 5 are the same to the form, which has one type for each of its fields.
    private static JsonNode Typed(string role, JsonNode word)
    {
        var text = word.ToString();
        if (Whole.Contains(role) && long.TryParse(text, out var number)) return JsonValue.Create(number);
        if (Fractions.Contains(role) && decimal.TryParse(text, out var fraction)) return JsonValue.Create(fraction);
        return word.GetValueKind() is JsonValueKind.Number ? JsonValue.Create(text) : word.DeepClone();
    }

    private JsonObject Parameters => (JsonObject)(_form["parameters"] ??= new JsonObject());

    private static bool Flag(JsonElement media) => media.TryGetProperty("required", out var required) && required.GetBoolean();
}
