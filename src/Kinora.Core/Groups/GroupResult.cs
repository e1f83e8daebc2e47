using Kinora.Core.Catalog;

namespace Kinora.Core.Groups;

/// <summary>What came of making or changing a group.</summary>
public abstract record GroupResult
{
    private GroupResult() { }

    public sealed record Saved(GenerationGroup Group) : GroupResult;

    /// <summary>Nothing was changed.</summary>
    public sealed record Invalid(IReadOnlyList<InputFault> Faults) : GroupResult;

    /// <summary>Somebody else has changed it since it was read; nothing was changed.</summary>
    /// <param name="Version">The version that it has now.</param>
    public sealed record Outdated(int Version) : GroupResult;

    /// <summary>The account has as many groups as it may.</summary>
    public sealed record TooMany : GroupResult;

    /// <summary>The account has no such group.</summary>
    public sealed record Unknown : GroupResult;
}
