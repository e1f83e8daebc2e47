using System.Reflection;
using System.Text.Json;
using KieAi;
using KieAi.AspNetCore;

namespace Kinora.HouseRules;

/// <summary>The guide to the KIE.ai API lists what the wire files hold, and the wire files hold nothing else.</summary>
public sealed class WireRules
{
    private const string Guide = "docs/guides/kie-api.md";
    private const string Begin = "<!-- from tests/wire/index.json -->", End = "<!-- end -->";
    private const string Tick = "✓";

    private static readonly JsonElement Index = JsonElement.Parse(Checkout.Read("tests/wire/index.json"));

    private static IEnumerable<JsonElement> Rows => Index.GetProperty("calls").EnumerateArray().Concat(Index.GetProperty("callbacks").EnumerateArray());

    /// <summary>KINORA_WRITE_GUIDE=1 writes the table instead.</summary>
    [Fact]
    public void Guide_lists_every_call_and_every_callback()
    {
        var guide = Checkout.Read(Guide);
        var (from, to) = (guide.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, guide.IndexOf(End, StringComparison.Ordinal));
        var table = string.Join('\n', ["", "", "| | Call | Client | Server half | Sandbox |", "|---|---|---|---|---|", .. Rows.Select(Line), "", ""]);
        if (Environment.GetEnvironmentVariable("KINORA_WRITE_GUIDE") is "1") File.WriteAllText(Path.Combine(Checkout.Root, Guide), guide[..from] + table + guide[to..]);
        else guide[from..to].ShouldBe(table, "Write it with KINORA_WRITE_GUIDE=1.");
    }

    [Fact]
    public void Members_that_the_index_names_exist()
    {
        foreach (var row in Rows)
        {
            var isCall = row.TryGetProperty("method", out _);
            if (Member(row, "client") is { } client) Has(isCall ? typeof(KieClient) : typeof(KieCallback), client).ShouldBeTrue($"{row.GetProperty("id")}: {client}");
            if (Member(row, "server") is { } server) Has(isCall ? typeof(IKieAccount) : typeof(KieCallbackBody), server).ShouldBeTrue($"{row.GetProperty("id")}: {server}");
        }
    }

    [Fact]
    public void Every_wire_file_is_named_by_the_index()
    {
        var named = Rows.SelectMany(row => row.EnumerateObject()).SelectMany(field => field.Value.ValueKind == JsonValueKind.Array
            ? field.Value.EnumerateArray().Select(item => item.GetString())
            : [field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString() : null]).ToHashSet();
        Checkout.Files("tests/wire", ".json", ".multipart").Select(file => file.Path["tests/wire/".Length..]).Where(file => file != "index.json" && !named.Contains(file))
            .ShouldBeEmpty("Name it in tests/wire/index.json, or delete it.");
    }

    private static bool Has(Type type, string member) => type.GetMember(member, BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static).Length > 0;

    private static string? Member(JsonElement row, string side) =>
        row.GetProperty("members").TryGetProperty(side, out var member) ? member.GetString() : null;

    private static string Line(JsonElement row)
    {
        var call = row.TryGetProperty("method", out var method) ? $"`{method} {row.GetProperty("path")}`" : "callback";
        var sandbox = row.GetProperty("sides").EnumerateArray().Any(side => side.GetString() is "sandbox") ? Tick : "";
        return $"| {row.GetProperty("what")} | {call} | {Cell("client")} | {Cell("server")} | {sandbox} |";

        string Cell(string side) => Member(row, side) is { } member ? $"{Tick} `{member}`" : "";
    }
}
