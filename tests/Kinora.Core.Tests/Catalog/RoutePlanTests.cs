using System.Text.Json.Nodes;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;

namespace Kinora.Core.Tests.Catalog;

/// <summary>Who may make a request, and how each is asked.</summary>
public sealed class RoutePlanTests : IDisposable
{
    private static readonly GenerationInput Form = new() { Model = "toy", Prompt = "hi", Duration = 5, Resolution = "1080p" };
    private readonly MadeUpFamily _family = new();

    public RoutePlanTests()
    {
        // A second variant with names of its own, by which the first may be asked for elsewhere.
        _family.Model["variants"]!.AsArray().Add(JsonNode.Parse("""
            {
              "id": "elsewhere/v1", "tier": "other", "source": "here",
              "modes": [{ "mode": "text-to-video" }],
              "parameters": [
                { "name": "text", "type": "string", "role": "prompt", "required": true, "description": "Words." },
                { "name": "seconds", "type": "integer", "role": "duration", "enum": [5, 8], "default": 8, "description": "Seconds." },
                { "name": "quality", "type": "string", "role": "resolution", "enum": ["1080p", "720p"], "description": "Size." }
              ],
              "prices": { "upstream": [{ "when": {}, "credits": 1, "per": "second", "source": "here" }] },
              "routes": [{ "provider": "kie", "endpoint": "jobs", "wireId": "elsewhere/v1" }]
            }
            """));
        _family.Variant["tier"] = "own";
        _family.Variant["routes"]!.AsArray().Add(JsonNode.Parse("""{ "provider": "kie", "endpoint": "veo", "wireId": "there/v1", "as": "elsewhere/v1" }"""));
    }

    [Fact]
    public void Request_is_written_for_each_route_in_its_own_fields_with_what_was_promised()
    {
        var plan = _family.Load().Plan(Form).Plan!;
        plan.Routes.Select(one => $"{one.Route.Endpoint} {one.Route.WireId} {one.WireInput.ToJsonString()}").ShouldBe(
        [
            """jobs toy/v1 {"prompt":"hi","kind":"text","len":"5","size":"hd"}""",
            """veo there/v1 {"text":"hi","seconds":5,"quality":"1080p"}""",
        ]);
    }

    [Fact]
    public void Route_that_could_not_make_the_same_is_left_out()
    {
        GenerationInput[] forms =
        [
            Form with { Resolution = null, Duration = 10, Style = "noir" },
            Form with { Resolution = null, Style = "noir" },
            Form with { Parameters = new() { ["strength"] = 0.5 } },
            Form with { FirstFrame = "asset_a" },
        ];
        var catalog = _family.Load();
        foreach (var form in forms) catalog.Plan(form).Plan!.Routes.ShouldHaveSingleItem().Route.WireId.ShouldBe("toy/v1");
    }

    [Fact]
    public void Route_as_a_variant_that_is_not_there_is_a_fault_of_the_file()
    {
        _family.Variant["routes"]![1]!["as"] = "nowhere/v1";
        _family.Faults().ShouldHaveSingleItem().ShouldEndWith("expected a route as a variant of the catalog, found nowhere/v1");
    }

    public void Dispose() => _family.Dispose();
}
