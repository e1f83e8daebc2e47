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

    private readonly JsonObject _form = new() { ["model"] = variant.Id, ["mode"] = mode.Text("mode") };
    private readonly Dictionary<string, MediaMeasure> _media = [];

    // What was said on purpose, and what is to stay unsaid.
    private readonly HashSet<string> _fixed = [];

    public string Mode => mode.Text("mode");

    /// <summary>How long every video and sound is that is given from now on.</summary>
    public decimal MediaSeconds { get; set; } = 5;

    /// <summary>The take that is continued, where there is one.</summary>
    public SourceTake? Source { get; set; }

    public InputFacts Facts => new() { Media = _media, Source = _form.ContainsKey("source") ? Source : null };
    public GenerationInput Form => _form.Deserialize<GenerationInput>(JsonSerializerOptions.Web)!;

    public JsonElement? Parameter(string name) =>
        variant.Parameters.Where(one => one.Name() == name).Select(one => (JsonElement?)one).FirstOrDefault();

    /// <summary>Whether this mode leaves a field to the request: it carries no media and has no value of its own here.</summary>
    public bool IsSetting(string name) => !IsMedia(name) && !mode.Fields("set").Any(one => one.Name == name);

    public bool IsMedia(string name) => variant.Modes.Any(one => one.List("media").Any(media => media.Text("into") == name));

    /// <summary>The fields of the form that fill one of the provider's in this mode, required ones first.</summary>
    public IEnumerable<JsonElement> MediaInto(string name) =>
        mode.List("media").Where(media => media.Text("into") == name).OrderByDescending(IsRequired);

    /// <summary>Says one of the provider's fields with the provider's value.</summary>
    /// <returns>Whether this mode can say it.</returns>
    public bool Say(string name, JsonNode value)
    {
        foreach (var constant in mode.Fields("set"))
        {
            if (constant.Name == name) return JsonNode.DeepEquals(constant.Value.Node(), value);
        }

        if (Parameter(name) is not { } parameter) return false;
        if (IsMedia(name))
        {
            if (value.GetValueKind() is JsonValueKind.False) return SayNothing(name);
            foreach (var media in MediaInto(name).Take(1)) Give(media.Text("role"));
            return MediaInto(name).Any();
        }

        Put(parameter, value);
        _fixed.Add(FormWords.Key(parameter));
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
        foreach (var parameter in variant.Parameters.Where(one => word is not null && FormWords.Key(one) == key && IsSetting(one.Name())))
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
        return variant.Parameters.Where(one => FormWords.Key(one) == key).Any(one => Say(one.Name(), SampleValues.Smallest(one)));
    }

    private bool IsRole(string key) => variant.Modes.SelectMany(one => one.List("media")).Any(media => media.Text("role") == key);

    /// <summary>Gives files, or a take, for a role of the form.</summary>
    /// <returns>Whether this mode takes them.</returns>
    public bool Give(string role, int? count = null)
    {
        var slots = mode.List("media").Where(media => media.Text("role") == role).ToArray();
        if (slots.Length == 0) return false;
        _fixed.Add(role);
        if (role is "source")
        {
            _form[role] = "gen_1";
            Source ??= new(slots[0].Texts("from").DefaultIfEmpty(variant.Id).First(), "720p");
            return true;
        }

        var isList = role is "references" or "referenceVideos" or "referenceAudio";
        var into = Parameter(slots[0].Text("into"))!.Value;
        var addresses = Enumerable.Range(0, count ?? slots[0].Whole("min") ?? 1).Select(index => SampleMedia.Address(role, index)).ToArray();
        foreach (var address in addresses) _media[address] = SampleMedia.Measure(role, into, MediaSeconds);
        _form[role] = isList ? new JsonArray([.. addresses.Select(one => (JsonNode)one)]) : addresses[0];
        return true;
    }

    /// <summary>How many files a role takes in this mode.</summary>
    public int Most(string role) => mode.List("media").Where(media => media.Text("role") == role)
        .Select(media => media.Whole("max") ?? Parameter(media.Text("into"))!.Value.Whole("maxItems") ?? 1).FirstOrDefault(1);

    public PlanResult Plan() => Shipped.Sandbox.Plan(Form, Facts);

    /// <summary>Fills in what the engine misses, with the least that will do, and leaves alone what was said.</summary>
    public PlanResult Complete()
    {
        foreach (var media in mode.List("media").Where(IsRequired))
        {
            var role = media.Text("role");
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
        foreach (var media in MediaInto(name)) Withhold(media.Text("role"));
        return !MediaInto(name).Any(IsRequired);
    }

    private bool Repair(InputFault fault)
    {
        if (_fixed.Contains(fault.Field)) return fault.Message.Contains(" at most duration ", StringComparison.Ordinal) && Lengthen();
        if (Give(fault.Field)) return true;
        foreach (var parameter in variant.Parameters.Where(one => FormWords.Key(one) == fault.Field && IsSetting(one.Name())))
        {
            Put(parameter, SampleValues.Smallest(parameter));
            if (fault.Allowed is [var first, ..] && parameter.Has("enum")) PutForm(parameter, first);
            _fixed.Add(fault.Field);
            return true;
        }

        return false;
    }

    // What must fit into the length gets the greatest.
    private bool Lengthen()
    {
        var length = variant.Parameters.Where(one => FormWords.Key(one) is "duration").Select(one => (JsonElement?)one).FirstOrDefault();
        if (length is not { } parameter || !_fixed.Add("duration")) return false;
        Put(parameter, SampleValues.Largest(parameter));
        return true;
    }

    private void Put(JsonElement parameter, JsonNode value)
    {
        if (!parameter.Has("role")) Parameters[parameter.Name()] = value.DeepClone();
        else PutForm(parameter, FormWords.Word(parameter, value));
    }

    private void PutForm(JsonElement parameter, JsonNode word)
    {
        if (!parameter.TryGetProperty("role", out var role)) Parameters[parameter.Name()] = word;
        else _form[role.GetString()!] = FormWords.Typed(role.GetString()!, word);
    }

    private JsonObject Parameters => (JsonObject)(_form["parameters"] ??= new JsonObject());

    private static bool IsRequired(JsonElement media) => media.Flag("required");
}
