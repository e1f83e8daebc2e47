namespace KieAi;

/// <summary>What a code and its text say about a failed call; an HTTP status stands in where there is no envelope.</summary>
internal readonly record struct KieRefusal(bool IsDefinite, bool IsTransient, bool IsUserFault)
{
    // Code 500 covers server faults and refusals alike; only these measured texts tell the latter.
    private static readonly string[] InputTexts =
        ["is not within the range of allowed options", "is required", "please fill in the text prompt"];
    private static readonly string[] OtherTexts =
    [
        "credits insufficient", "balance isn't enough", "temporarily paused", "model name you specified is not supported",
        "version of this video is unavailable",
    ];

    public static KieRefusal Read(int code, string? text)
    {
        var other = Contains(text, OtherTexts);
        var input = !other && Contains(text, InputTexts);
        return new KieRefusal(
            IsDefinite: code is >= 400 and <= 405 or >= 413 and <= 415 or 422 or 429 or 431 or 433 or 451 or 455 or 505
                || (code == 500 && (input || other)),
            IsTransient: !other && !input && code is (>= 200 and <= 299) or 408 or 429 or 455 or (>= 500 and not 501 and not 505),
            IsUserFault: !other && (code is 400 or 422 or 451 || (code == 500 && input)));
    }

    private static bool Contains(string? text, string[] phrases) =>
        text is not null && Array.Exists(phrases, phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase));
}
