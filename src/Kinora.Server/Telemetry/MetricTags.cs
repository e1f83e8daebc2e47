using Tag = System.Collections.Generic.KeyValuePair<string, object?>;

namespace Kinora.Server.Telemetry;

/// <summary>Compares the tags of measurements, in any order. A look-up by tags as they come allocates nothing.</summary>
internal sealed class MetricTags : IEqualityComparer<Tag[]>, IAlternateEqualityComparer<ReadOnlySpan<Tag>, Tag[]>
{
    public Tag[] Create(ReadOnlySpan<Tag> alternate) => alternate.ToArray();

    public bool Equals(Tag[]? x, Tag[]? y) => x is null || y is null ? x == y : Equals(x.AsSpan(), y);

    public bool Equals(ReadOnlySpan<Tag> alternate, Tag[] other)
    {
        if (alternate.Length != other.Length) return false;
        foreach (var tag in alternate)
            if (!Has(other, tag)) return false;
        return true;
    }

    public int GetHashCode(Tag[] obj) => GetHashCode(obj.AsSpan());

    public int GetHashCode(ReadOnlySpan<Tag> alternate)
    {
        var hash = 0;
        foreach (var (name, value) in alternate) hash += HashCode.Combine(name, value);
        return hash;
    }

    private static bool Has(Tag[] tags, Tag wanted)
    {
        foreach (var (name, value) in tags)
            if (name == wanted.Key && Equals(value, wanted.Value)) return true;
        return false;
    }
}
