namespace Kinora.Core.Catalog;

/// <summary>Lists for people.</summary>
internal static class Words
{
    /// <summary><c>4, 6 or 8</c>.</summary>
    public static string Or(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "nothing",
        1 => words[0],
        _ => $"{string.Join(", ", words.Take(words.Count - 1))} or {words[^1]}",
    };
}
