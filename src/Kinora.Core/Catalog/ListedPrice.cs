using System.Globalization;
using System.Text.Json;

namespace Kinora.Core.Catalog;

/// <summary>One price in a list, in words.</summary>
/// <param name="When">For which requests, such as <c>720p, 5 s</c>; empty for all.</param>
/// <param name="Amount">Such as <c>5 + 10 per 3 s</c>.</param>
/// <param name="Credits">For each unit: the provider's credits or Kinora's, as the list says.</param>
/// <param name="Unit"><c>per video</c> or <c>per second</c>.</param>
public sealed record ListedPrice(string When, string Amount, decimal Credits, string Unit)
{
    public override string ToString() => When.Length == 0 ? Amount : $"{When}: {Amount}";

    /// <param name="factor">What the row's credits are multiplied by.</param>
    internal static ListedPrice Of(PriceRow row, decimal factor = 1)
    {
        var entry = row.Entry;
        var when = string.Join(", ", entry.When.Where(term => term.Key is not Condition.Mode).Select(Term));
        var over = entry.Every is { } every ? $"{every} s" : "s";
        var of = entry.Of.Count == 0 ? "" : " of " + string.Join(" + ", entry.Of);
        var amount = row.PerSecond
            ? $"{(entry.Base is { } start ? $"{Plain(start * factor)} + " : "")}{Plain(entry.Credits * factor)} per {over}{of}"
            : Plain(entry.Credits * factor);
        var extra = entry.Extra is { } more ? $" + {Plain(more.Credits * factor)} for each of {more.Of} beyond {more.Above}" : "";
        return new(when, amount + extra + (entry.Estimate ? " (our guess)" : ""), entry.Credits * factor, "per " + entry.Per);
    }

    private static string Plain(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Term(KeyValuePair<string, JsonElement> term) => term.Value.ValueKind switch
    {
        JsonValueKind.Null => "no " + term.Key,
        JsonValueKind.Object or JsonValueKind.True => "with " + term.Key,
        JsonValueKind.False => "without " + term.Key,
        JsonValueKind.Array => $"{term.Key} {string.Join("/", term.Value.EnumerateArray())}",
        _ when term.Key is FormRole.Duration => term.Value + " s",
        _ when term.Key is FormRole.Resolution => term.Value.ToString(),
        _ => $"{term.Key} {term.Value}",
    };
}
