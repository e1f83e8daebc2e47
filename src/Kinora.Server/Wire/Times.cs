using System.Globalization;
using System.Text.Json.Nodes;
using Kinora.Client;

namespace Kinora.Server.Wire;

/// <summary>Times in addresses.</summary>
internal static class Times
{
    /// <summary>A day or a time, in UTC unless it says otherwise.</summary>
    public static bool TryRead(string? text, DateTimeOffset fallback, out DateTimeOffset time)
    {
        time = fallback;
        return text is null || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }

    public static FieldProblem Fault(string name, string? given) => new(
        name, $"{name} must be a time such as 2026-10-01 or 2026-10-01T12:00:00Z, from not after to.", JsonValue.Create(given?[..Math.Min(given.Length, 100)]), null);
}
