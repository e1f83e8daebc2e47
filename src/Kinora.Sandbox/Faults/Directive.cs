using System.Globalization;
using Kinora.Sandbox.Time;

namespace Kinora.Sandbox.Faults;

/// <summary>A word in double brackets, anywhere in a text of a request, that scripts what becomes of its task.</summary>
/// <param name="Form">How it is written.</param>
/// <param name="Meaning">What happens, for people.</param>
/// <param name="Apply">Adds it to a script; null when what stands after the colon will not do.</param>
internal sealed record Directive(string Name, string Form, string Meaning, Func<TaskScript, string?, TaskScript?> Apply)
{
    /// <summary>How many readings suffer.</summary>
    public const int Readings = 2;

    private const int LongestText = 200;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Directive> All { get; } =
    [
        new("fail", "fail:501 or fail:422:some text", "The task fails with this code; its credits are given back.",
            (script, rest) => Code(rest, CodeWords.Failed) is { } code ? script with { Failure = code } : null),
        new("moderated", "moderated", "The task fails by moderation, in the words of its API.", Plain(script => script with { Moderated = true })),
        new("slow", "slow:30s", "The task is done no earlier than this after its creation.",
            (script, rest) => Spell.Read(rest, Longest) is { } time ? script with { Slow = time } : null),
        new("stuck", "stuck", "The task generates for ever.", Plain(script => script with { Stuck = true })),
        new("unknown-state", "unknown-state", "While it generates, its state is a word or number that nobody documented.",
            Plain(script => script with { UnknownState = true })),
        new("no-url", "no-url", "It succeeds without an address.", Plain(script => script with { NoUrl = true })),
        new("expired-url", "expired-url", "Its address answers 403; download-url gives one that works.", Plain(script => script with { ExpiredUrl = true })),
        new("no-upgrade", "no-upgrade", "What enlarges its video, to 1080p or 4K, is accepted and fails.", Plain(script => script with { NoUpgrade = true })),
        new("no-callback", "no-callback", "No callback is sent.", Plain(script => script with { NoCallback = true })),
        new("double-callback", "double-callback", "The callback is sent twice.", Plain(script => script with { DoubleCallback = true })),
        new("late-callback", "late-callback:20s", "The callback is sent this long after the task is done.",
            (script, rest) => Spell.Read(rest, Longest) is { } time ? script with { LateCallback = time } : null),
        Answer("lost-answer", AnswerFault.Lost, "The task is made and charged, and the connection is cut without an answer."),
        Answer("truncated", AnswerFault.Truncated, "The task is made and charged, and its answer is cut in the middle."),
        Answer("html-502", AnswerFault.Html502, "The task is made and charged, and the answer is a web page with HTTP 502."),
        new("refuse", "refuse:455 or refuse:400:some text", "The create call is refused with this code; nothing is made or charged.",
            (script, rest) => Code(rest, CodeWords.Refused) is { } code ? script with { Refusal = code } : null),
        new("read", "read:429 or read:500:some text", "The first two readings answer this code; 429 with Retry-After.",
            (script, rest) => Code(rest, CodeWords.Refused) is { } code ? script with { Read = code } : null),
        new("null-record", "null-record", "The first two readings answer 422, as if there were no such task.",
            Plain(script => script with { NullRecord = true })),
    ];

    private static Directive Answer(string name, AnswerFault fault, string meaning) => new(
        name, $"{name} or {name}:read", meaning + " With :read the first two readings suffer instead.",
        (script, rest) => rest switch
        {
            null => script with { CreateAnswer = fault },
            "read" => script with { ReadAnswer = fault },
            _ => null,
        });

    private static Func<TaskScript, string?, TaskScript?> Plain(Func<TaskScript, TaskScript> apply) => (script, rest) => rest is null ? apply(script) : null;

    // Any code but that of a success.
    private static ScriptedCode? Code(string? rest, Func<int, string> words)
    {
        var colon = rest?.IndexOf(':') ?? -1;
        var (number, text) = colon < 0 ? (rest, "") : (rest![..colon], rest[(colon + 1)..].Trim());
        if (!int.TryParse(number?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var code) || code is < 100 or 200 or > 9999) return null;
        return new(code, text.Length == 0 ? words(code) : text[..Math.Min(text.Length, LongestText)]);
    }
}
