using System.Text;

namespace Kinora.Core.Accounts;

/// <summary>The name by which a person signs in, such as <c>ada</c> or <c>ada@example.com</c>.</summary>
public static class SignInName
{
    /// <summary>In characters.</summary>
    public const int Shortest = 3, Longest = 254;

    private const string Signs = ".-_+@'";

    public static bool IsValid(string name) => name.Length is >= Shortest and <= Longest && name.All(c => char.IsLetterOrDigit(c) || Signs.Contains(c, StringComparison.Ordinal));

    /// <summary>What is the same for names that differ in case or in how their letters are coded.</summary>
    public static string Key(string name) => IsValid(name) ? name.Normalize(NormalizationForm.FormKC).ToLowerInvariant() : name;
}
