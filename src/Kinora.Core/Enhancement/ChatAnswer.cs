using System.Text.Json;
using Kinora.Core.Providers.Http;

namespace Kinora.Core.Enhancement;

/// <summary>The prompt in a chat answer, which may be anything.</summary>
internal static class ChatAnswer
{
    private const string EndOfThoughts = "</think>";

    /// <returns>One line without control characters, cut at a word; null where the answer has no text.</returns>
    /// <param name="longest">In UTF-16 characters, as the catalog counts.</param>
    public static string? Prompt(JsonElement body, int longest)
    {
        var said = body.Field("choices").Items().FirstOrDefault().Field("message").Field("content").AsText();
        if (said is null) return null;
        // Local models that reason leave their thoughts before the answer.
        var thoughts = said.LastIndexOf(EndOfThoughts, StringComparison.Ordinal);
        var answer = thoughts < 0 ? said : said[(thoughts + EndOfThoughts.Length)..];
        var printable = string.Concat(answer.Where(letter => !char.IsControl(letter) || char.IsWhiteSpace(letter)));
        var text = Cut(string.Join(' ', printable.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), longest);
        return text.Length == 0 ? null : text;
    }

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest) return text;
        var word = text.LastIndexOf(' ', longest);
        if (word > 0) return text[..word];
        return text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
    }
}
