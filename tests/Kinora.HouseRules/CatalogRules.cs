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
        var engine = Checkout.Files("src", ".cs").Where(file => !file.IsUnder("src/KieAi", "src/KieAi.AspNetCore"));
        var studio = Checkout.Files("studio/src", ".ts", ".tsx").Where(file => !file.Path.Contains(".test.", StringComparison.Ordinal) && !file.IsUnder("studio/src/testing"));

        engine.Concat(studio).SelectMany(file => Named(file, ids)).ShouldBeEmpty("Put what is special about the model into its file under catalog/, as a role, a rule or a price.");
    }

    [Fact]
    public void A_model_in_code_is_seen()
    {
        var ids = ModelIds(["""{ "models": [{ "id": "kling-2.6", "aliases": ["kling26"], "modes": [{ "model": "kling-2.6/text-to-video" }] }] }"""]);

        ids.ShouldBe(["kling-2.6", "kling26", "kling-2.6/text-to-video"], ignoreOrder: true);
        Named(new("src/Sample.cs", "const string model = \"kling-2.6\";"), ids).ShouldHaveSingleItem();
        Named(new("src/Sample.cs", "// use kling-2.6/text-to-video here."), ids).ShouldHaveSingleItem();
        Named(new("src/Sample.cs", "kling-2.60 sparkling26"), ids).ShouldBeEmpty();
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

    // Comments too: an example there goes stale unseen.
    private static IEnumerable<string> Named(SourceFile file, HashSet<string> ids) =>
        from word in WordPattern().Matches(file.Text).Select(match => match.Value.TrimEnd('.', '/'))
        where ids.Contains(word)
        select $"{file.Path}: {word}";

    [GeneratedRegex(@"[\w./-]+", RegexOptions.None, 1000)]
    private static partial Regex WordPattern();
}
