namespace Kinora.Core.Accounts;

/// <summary>Which passwords are taken: long ones that nobody tries first.</summary>
public static class PasswordPolicy
{
    /// <summary>In characters.</summary>
    public const int Shortest = 12, Longest = 256;

    private const int LongestUnit = 6;
    private static readonly Lazy<HashSet<string>> Common = new(ReadCommon);

    /// <summary>What is wrong with a password, as a sentence; null when nothing is.</summary>
    /// <param name="name">By which the account signs in.</param>
    public static string? Fault(string password, string name)
    {
        if (password.Length is < Shortest or > Longest) return $"A password has {Shortest} to {Longest} characters.";
        var plain = password.ToLowerInvariant();
        if (Core(plain) is var core && (core == Core(SignInName.Key(name)) || core == Core(SignInName.Key(name.Split('@')[0])))) return "The password must be more than the name.";
        return IsRepeated(plain) || Common.Value.Contains(plain) || Common.Value.Contains(core)
            ? "This password is among those that are tried first. Take several words, or let a password manager make one."
            : null;
    }

    // What is put before and behind a word makes it no harder to guess. What has no letters is left whole.
    private static string Core(string plain) => plain.AsSpan().Trim("0123456789 !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~") is { Length: > 0 } core ? core.ToString() : plain;

    private static bool IsRepeated(string text)
    {
        for (var unit = 1; unit <= LongestUnit; unit++)
        {
            var (length, same) = (unit, true);
            for (var at = length; at < text.Length && same; at++) same = text[at] == text[at - length];
            if (same) return true;
        }

        return false;
    }

    private static HashSet<string> ReadCommon()
    {
        using var reader = new StreamReader(typeof(PasswordPolicy).Assembly.GetManifestResourceStream("common-passwords.txt")!);
        return [.. reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
    }
}
