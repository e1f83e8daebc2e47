using System.Text;

namespace Kinora.Core.Storage.Postgres;

/// <summary>PostgreSQL keeps no NUL and no half of a surrogate pair; SQLite does, and providers' words may carry either.</summary>
internal static class PostgresText
{
    /// <summary>The text, with U+FFFD in the place of what cannot be kept.</summary>
    public static string Storable(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 && !text.Contains('\0', StringComparison.Ordinal)) return text;
        var storable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) storable.Append(rune.Value == 0 ? Rune.ReplacementChar : rune);
        return storable.ToString();
    }

    /// <summary>The value as a parameter takes it.</summary>
    public static object Parameter(object? value) => value switch
    {
        null => DBNull.Value,
        string text => Storable(text),
        string?[] texts => Array.ConvertAll(texts, text => text is null ? null : Storable(text)),
        _ => value,
    };
}
