using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Kinora.Server.Settings;

/// <summary>Reads settings one by one and remembers every fault, so that all can be told at once. Blank is the same as absent.</summary>
internal sealed class SettingReader(IConfiguration configuration)
{
    private static readonly char[] Separators = [',', ';'];
    private readonly List<SettingFault> _faults = [];

    public IReadOnlyList<SettingFault> Faults => _faults;

    public string? Text(string name) => configuration[name]?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>A key or password: visible ASCII without spaces, as it must travel in headers and addresses.</summary>
    public string? Secret(string name)
    {
        if (Text(name) is not { } text) return null;
        if (text.Length <= 500 && text.All(c => c is > ' ' and <= '~')) return text;
        Fault(name, null, "at most 500 visible ASCII characters without spaces");
        return null;
    }

    /// <summary>Entries separated by commas or semicolons; null when absent.</summary>
    public IReadOnlyList<string>? List(string name) =>
        Text(name)?.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IReadOnlyList<string>? List(string name, string expected, Func<string, bool> isGood)
    {
        if (List(name) is not { } entries) return null;
        if (entries.Count == 0 || !entries.All(isGood)) Fault(name, Text(name), expected);
        return entries;
    }

    /// <param name="bare">Whether it must be an origin alone, without a path.</param>
    public Uri? Url(string name, bool bare = false)
    {
        if (Text(name) is not { } text) return null;
        if (IsUrl(text, out var url) && url.Query.Length == 0 && url.UserInfo.Length == 0 && url.Fragment.Length == 0 && (!bare || url.AbsolutePath == "/")) return url;
        Fault(name, text, "an http or https address such as https://videos.example.com" + (bare ? ", without a path" : ""));
        return null;
    }

    public T Parsed<T>(string name, T fallback, string expected, Func<T, bool> isGood) where T : ISpanParsable<T>
    {
        if (Text(name) is not { } text) return fallback;
        if (T.TryParse(text, CultureInfo.InvariantCulture, out var value) && isGood(value)) return value;
        Fault(name, text, expected);
        return fallback;
    }

    /// <summary>A whole number from 1 to 1,000,000; null for the word that means no limit.</summary>
    public int? Count(string name, int? fallback, string none)
    {
        if (Text(name) is not { } text) return fallback;
        if (text.Equals(none, StringComparison.OrdinalIgnoreCase)) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 1_000_000) return count;
        Fault(name, text, $"a whole number from 1 to 1000000, or {none}");
        return fallback;
    }

    /// <summary>Days or hours such as <c>30d</c> and <c>12h</c>; null for <c>forever</c>.</summary>
    public TimeSpan? KeepTime(string name, TimeSpan? fallback) => Time(name, fallback, "forever");

    /// <summary>How often something is done, in the same words; null for <c>never</c>, which is the default.</summary>
    public TimeSpan? Interval(string name) => Time(name, null, "never");

    private TimeSpan? Time(string name, TimeSpan? fallback, string none)
    {
        if (Text(name) is not { } text) return fallback;
        if (text.Equals(none, StringComparison.OrdinalIgnoreCase)) return null;
        if (int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 100_000)
        {
            if (text[^1] is 'd' or 'D') return TimeSpan.FromDays(count);
            if (text[^1] is 'h' or 'H') return TimeSpan.FromHours(count);
        }

        Fault(name, text, $"days or hours such as 30d or 12h, or {none}");
        return fallback;
    }

    public T OneOf<T>(string name, T fallback, params IReadOnlyList<(string Word, T Value)> words)
    {
        if (Text(name) is not { } text) return fallback;
        foreach (var (word, value) in words)
        {
            if (word.Equals(text, StringComparison.OrdinalIgnoreCase)) return value;
        }

        Fault(name, text, string.Join(" or ", words.Select(w => w.Word)));
        return fallback;
    }

    public void Fault(string name, string? given, string expected) => _faults.Add(new(name, given, expected));

    public static bool IsUrl(string text, out Uri url) =>
        Uri.TryCreate(text, UriKind.Absolute, out url!) && url.Scheme is "http" or "https" && url.Host.Length > 0;
}
