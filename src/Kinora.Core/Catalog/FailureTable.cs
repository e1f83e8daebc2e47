namespace Kinora.Core.Catalog;

/// <summary>What providers' failures mean for people: by family first, then by the table for all.</summary>
public sealed class FailureTable
{
    private readonly Dictionary<string, FailureEntry[]> _families;
    private readonly FailureEntry[] _all;

    internal FailureTable(IReadOnlyList<CatalogFile> families, IReadOnlyList<FailureEntry> all)
    {
        _families = families.ToDictionary(family => family.Family, family => family.Failures.ToArray());
        _all = [.. all];
    }

    /// <summary>The first entry that fits; null when none does.</summary>
    /// <param name="family">The model's family; null for the general table alone.</param>
    /// <param name="code">The provider's code.</param>
    /// <param name="text">The provider's words.</param>
    public FailureReading? Read(string? family, string? code, string? text)
    {
        if (family is not null && _families.TryGetValue(family, out var own) && First(own, code, text) is { } reading) return reading;
        return First(_all, code, text);
    }

    private static FailureReading? First(FailureEntry[] entries, string? code, string? text)
    {
        foreach (var entry in entries)
        {
            if (entry.Codes is { } codes && (code is null || !codes.Contains(code))) continue;
            if (entry.Texts is { } texts && (text is null || !texts.Exists(part => text.Contains(part, StringComparison.OrdinalIgnoreCase)))) continue;
            return new(entry.Code, entry.Meaning, entry.Fix, entry.Fault);
        }

        return null;
    }
}

/// <summary>What a failure of the provider means.</summary>
/// <param name="Code">Kinora's stable word for it, such as <c>moderated</c>.</param>
/// <param name="Meaning">What happened.</param>
/// <param name="Fix">What to do about it.</param>
/// <param name="Fault">Whose doing it is: <c>user</c>, <c>provider</c> or <c>operator</c>.</param>
public sealed record FailureReading(string Code, Localized Meaning, Localized Fix, string Fault);
