using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kinora.HouseRules;

/// <summary>A new model is a new JSON object: no code names one.</summary>
public sealed partial class CatalogRules
{
    [Fact]
    public void No_model_is_named_in_code()
    {
        var ids = ModelIds(Checkout.Files("catalog", ".json").Where(file => !file.Path.EndsWith(".schema.json", StringComparison.Ordinal)).Select(file => file.Text));
        ids.Count.ShouldBeGreaterThan(5, "The ids are looked for under the names id, aliases and model.");
        var engine = Checkout.SourceCode().Where(file => !file.IsUnder("src/KieAi", "src/KieAi.AspNetCore"))
            .SelectMany(file => Named(file, CSharpText.Parse(file.Text).Literals, ids));
        var studio = Checkout.Files("studio/src", ".ts", ".tsx").Where(file => !file.Path.Contains(".test.", StringComparison.Ordinal) && !file.Path.EndsWith(".d.ts", StringComparison.Ordinal))
            .SelectMany(file => Named(file, Quoted(file.Text), ids));

        engine.Concat(studio).ShouldBeEmpty("Put what is special about the model into its file under catalog/, as a role, a rule or a price.");
    }

    [Fact]
    public void A_model_in_code_is_seen()
    {
        var ids = ModelIds(["""{ "models": [{ "id": "kling-2.6", "aliases": ["kling26"], "modes": [{ "model": "kling-2.6/text-to-video" }] }] }"""]);
        var file = new SourceFile("src/Sample.cs", "");

        ids.ShouldBe(["kling-2.6", "kling26", "kling-2.6/text-to-video"], ignoreOrder: true);
        Named(file, ["kling-2.6"], ids).ShouldHaveSingleItem();
        Named(file, ["use kling-2.6/text-to-video here"], ids).ShouldHaveSingleItem();
        Named(file, ["kling-2.60", "sparkling26"], ids).ShouldBeEmpty();
        Quoted("const a = 'x'; // 'y'\nconst b = `z`;").ShouldBe(["x", "z"]);
    }

    private static HashSet<string> ModelIds(IEnumerable<string> catalogs)
    {
        var ids = new HashSet<string>();
        foreach (var text in catalogs)
        {
            using var document = JsonDocument.Parse(text);
            Collect(document.RootElement, ids);
        }

        return ids;
    }

    private static void Collect(JsonElement element, HashSet<string> ids)
    {
        if (element.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Collect(item, ids);
        }

        if (element.ValueKind is not JsonValueKind.Object) return;
        foreach (var property in element.EnumerateObject())
        {
            if (property.Name is "id" or "model" or "aliases") Take(property.Value, ids);
            Collect(property.Value, ids);
        }
    }

    // A family or an endpoint may be called by a single word; a model has a number or several words.
    private static void Take(JsonElement value, HashSet<string> ids)
    {
        if (value.ValueKind is JsonValueKind.Array) foreach (var item in value.EnumerateArray()) Take(item, ids);
        if (value.ValueKind is JsonValueKind.String && value.GetString() is { } id && id.Any(letter => char.IsDigit(letter) || letter is '-' or '/')) ids.Add(id);
    }

    private static IEnumerable<string> Named(SourceFile file, IEnumerable<string> literals, HashSet<string> ids) =>
        from literal in literals
        from word in WordPattern().Matches(literal).Select(match => match.Value)
        where ids.Contains(word)
        select $"{file.Path}: {word}";

    private static IEnumerable<string> Quoted(string typeScript) =>
        QuotedPattern().Matches(LineComment().Replace(typeScript, "")).Select(match => match.Value[1..^1]);

    [GeneratedRegex(@"[\w./-]+", RegexOptions.None, 1000)]
    private static partial Regex WordPattern();

    [GeneratedRegex("\"[^\"\n]*\"|'[^'\n]*'|`[^`]*`", RegexOptions.None, 1000)]
    private static partial Regex QuotedPattern();

    [GeneratedRegex("(?<!:)//.*", RegexOptions.None, 1000)]
    private static partial Regex LineComment();
}
