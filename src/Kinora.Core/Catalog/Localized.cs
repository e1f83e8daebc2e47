namespace Kinora.Core.Catalog;

/// <summary>The same words in each language of the product.</summary>
public sealed record Localized(string En, string Ru)
{
    /// <summary>In a language by its two letters; in English when there is none such.</summary>
    public string In(string language) => language is "ru" ? Ru : En;

    /// <summary>Words that are not ours to translate.</summary>
    internal static Localized? Said(string? words) => words is null ? null : new(words, words);
}
