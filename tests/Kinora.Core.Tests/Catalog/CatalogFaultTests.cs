using System.Text.Json.Nodes;

namespace Kinora.Core.Tests.Catalog;

public sealed class CatalogFaultTests : IDisposable
{
    private const string Variant = "$.models[0].variants[0]";
    private readonly MadeUpFamily _family = new();

    public void Dispose() => _family.Dispose();

    /// <summary>Where to put which JSON (an empty text removes the field), and the fault that must be told.</summary>
    public static TheoryData<string, string, string> Bends => new()
    {
        { "$.order", "\"first\"", "$.order: expected integer, found \"first\"" },
        { "$.colour", "1", "$.colour: expected no such field" },
        { "$.family", "\"toys\"", "$.family: expected toy, as the file is called" },
        { "$.sources.here.date", "\"yesterday\"", "$.sources.here.date: expected text like" },
        { "$.models[0].name", "", "$.models[0]: expected the field name" },
        { "$.models[0].badge", "\"BIG\"", "$.models[0].badge: expected one of FAST, ULTRA" },
        { "$.models[0].gradient[1]", "\"red\"", "$.models[0].gradient[1]: expected text like ^#" },
        { "$.models[0].gradient", "[\"#000000\"]", "$.models[0].gradient: expected at least 3 items, found 1" },
        { "$.models[0].typicalSeconds", "0", "$.models[0].typicalSeconds: expected at least 1, found 0" },
        { "$.models[0].aliases[0]", "\"toy/v1\"", $"{Variant}.id: expected an id of its own; toy/v1 is taken by $.models[0].aliases[0]" },
        { "$.models[0].sound", "\"optional\"", "$.models[0].sound: expected optional exactly when" },
        { "$.models[0].source", "\"nowhere\"", "$.models[0].source: expected a key of sources, found nowhere" },
        { "$.models[0].defaults.resolution", "\"4k\"", "$.models[0].defaults.resolution: expected 720p or 1080p, found 4k" },
        { "$.models[0].defaults.seed", "1", "$.models[0].defaults.seed: expected a setting that some variant has" },
        { Variant + ".modes[1].mode", "\"text-to-video\"", $"{Variant}.modes[1].mode: expected a mode of its own" },
        { Variant + ".modes[0].set.kind", "\"film\"", $"{Variant}.modes[0].set.kind: expected one of text, image" },
        { Variant + ".modes[0].set.sort", "\"film\"", $"{Variant}.modes[0].set.sort: expected the name of a parameter" },
        { Variant + ".modes[1].media[0].role", "\"smell\"", $"{Variant}.modes[1].media[0].role: expected one of firstFrame" },
        { Variant + ".modes[1].media[0].into", "\"picture\"", $"{Variant}.modes[1].media[0].into: expected the name of an array or string" },
        { Variant + ".parameters[0].role", "\"speech\"", $"{Variant}.parameters[0].role: expected one of prompt" },
        { Variant + ".parameters[0].name", "\"kind\"", $"{Variant}.parameters[2].name: expected a name of its own" },
        { Variant + ".parameters[5].role", "\"prompt\"", $"{Variant}.parameters[5].role: expected a role of its own" },
        { Variant + ".parameters[3].enum[0]", "5", $"{Variant}.parameters[3].enum[0]: expected a value of the parameter's type" },
        { Variant + ".parameters[3].enum[0]", "\"five\"", $"{Variant}.parameters[3].role: expected a type and values that suit" },
        { Variant + ".parameters[4].default", "\"uhd\"", $"{Variant}.parameters[4].default: expected one of sd, hd" },
        { Variant + ".parameters[4].values.4k", "\"uhd\"", $"{Variant}.parameters[4].values.4k: expected a value of the enum" },
        { Variant + ".parameters[6].min", "2", $"{Variant}.parameters[6].min: expected at most max" },
        { Variant + ".rules[0].setting", "\"seed\"", $"{Variant}.rules[0].setting: expected a setting of the variant" },
        { Variant + ".rules[0].allowed[0]", "7", $"{Variant}.rules[0].allowed[0]: expected one of 5, 10, found 7" },
        { Variant + ".rules[0].when.weather", "\"fine\"", $"{Variant}.rules[0].when.weather: expected mode, media or a setting" },
        { Variant + ".rules[0].when.mode", "\"edit\"", $"{Variant}.rules[0].when.mode: expected one of text-to-video, image-to-video" },
        { Variant + ".rules[1].allowed", "[]", $"{Variant}.rules[1]: expected exactly one of allowed, required" },
        { Variant + ".rules[1].when.duration", "{}", $"{Variant}.rules[1].when.duration: expected a value or null or a list of values" },
        { Variant + ".refusals", """[{"when":{"weather":null},"code":422,"text":"no","source":"here"}]""", $"{Variant}.refusals[0].when.weather: expected the name of a parameter" },
        { Variant + ".refusals", """[{"when":{"kind":"text"},"code":422,"text":"no","source":"nowhere"}]""", $"{Variant}.refusals[0].source: expected a key of sources" },
        { Variant + ".prices.upstream[0].when.resolution", "\"720p\"", $"{Variant}.prices.upstream: expected one row for mode text-to-video, resolution 1080p, duration 5, found 0" },
        { Variant + ".prices.upstream[1]", """{"when":{"duration":5},"credits":1,"per":"video","source":"here"}""", $"{Variant}.prices.upstream: expected one row for mode text-to-video, duration 5, found 2" },
        { Variant + ".prices.upstream[0].when.style", "\"noir\"", $"{Variant}.prices.upstream[0].when.style: expected a setting whose values are listed" },
        { Variant + ".prices.upstream[0].per", "\"frame\"", $"{Variant}.prices.upstream[0].per: expected one of video, second" },
        { Variant + ".prices.retail", """[{"when":{},"credits":1,"per":"video","source":"here"},{"when":{"duration":5},"credits":2,"per":"video","source":"here"}]""", $"{Variant}.prices.retail: expected at most one row for mode text-to-video, duration 5, found 2" },
        { Variant + ".prices.upstream[0].source", "\"nowhere\"", $"{Variant}.prices.upstream[0].source: expected a key of sources" },
        { Variant + ".prices.upstream[0]", """{"when":{},"credits":1,"per":"video","every":2,"source":"here"}""", $"{Variant}.prices.upstream[0]: expected every, base, of and over only per second" },
        { Variant + ".routes[1]", """{"provider":"kie","endpoint":"jobs","wireId":"toy/v1"}""", $"{Variant}.routes[1].wireId: expected a wire id of its own" },
        { Variant + ".routes", "[]", $"{Variant}.routes: expected at least 1 items, found 0" },
    };

    [Theory]
    [MemberData(nameof(Bends))]
    public void Fault_names_the_file_the_path_and_what_was_expected(string path, string json, string expected)
    {
        Put(path, json);
        _family.Faults().ShouldContain(fault => fault.StartsWith("toy.json: " + expected));
    }

    [Fact]
    public void Unbent_family_has_no_fault() => _family.Load().Models.ShouldHaveSingleItem().Id.ShouldBe("toy");

    [Fact]
    public void Price_per_second_needs_a_duration_that_always_has_a_value()
    {
        Put("$.models[0].defaults", "{}");
        _family.Faults().ShouldContain(fault => fault.StartsWith($"toy.json: {Variant}.prices: expected a duration that always has a value"));
    }

    [Fact]
    public void All_faults_of_all_files_come_at_once()
    {
        Put("$.order", "-1");
        Put("$.models[0].vendor", "\" \"");
        _family.Write("broken.json", "{ \"family\": ");
        _family.Write("twice.json", "{ \"family\": \"twice\", \"family\": \"twice\" }");
        _family.Faults().Select(fault => fault[..fault.IndexOf(": expected", StringComparison.Ordinal)])
            .ShouldBe(["broken.json: $", "toy.json: $.order", "toy.json: $.models[0].vendor", "twice.json: $"], ignoreOrder: true);
    }

    [Fact]
    public void Ids_are_unique_across_files()
    {
        var other = _family.Root.DeepClone();
        other["family"] = "zoo";
        _family.Write("zoo.json", other.ToJsonString());
        _family.Faults().ShouldContain("zoo.json: $.models[0].id: expected an id of its own; toy is taken by $.models[0].id");
    }

    [Fact]
    public void Folder_without_schema_is_a_fault() =>
        Should.Throw<Kinora.Core.Catalog.CatalogException>(_family.LoadAsIs).Faults.ShouldHaveSingleItem().ShouldStartWith("model.schema.json: $: expected");

    [Fact]
    public void Schema_with_a_keyword_that_is_not_checked_is_a_fault()
    {
        _family.Load();
        _family.Write("model.schema.json", """{ "type": "object", "properties": { "a": { "multipleOf": 2 } } }""");
        Should.Throw<Kinora.Core.Catalog.CatalogException>(_family.LoadAsIs).Faults.ShouldHaveSingleItem()
            .ShouldBe("model.schema.json: $: The schema uses multipleOf at $.properties.a, which Kinora does not check.");
    }

    private void Put(string path, string json)
    {
        var steps = path[2..].Replace("[", ".[").Split('.');
        var target = steps[..^1].Aggregate(_family.Root, (node, step) => step[0] is '[' ? node[int.Parse(step[1..^1])]! : node[step]!);
        var value = json.Length == 0 ? null : JsonNode.Parse(json);
        if (target is JsonArray list)
        {
            var index = int.Parse(steps[^1][1..^1]);
            if (index == list.Count) list.Add(value);
            else list[index] = value;
        }
        else if (value is null)
        {
            ((JsonObject)target).Remove(steps[^1]);
        }
        else
        {
            target[steps[^1]] = value;
        }
    }
}
