namespace Kinora.Core.Catalog;

/// <summary>A catalog that cannot be used.</summary>
public sealed class CatalogException(IReadOnlyList<string> faults) : Exception("The catalog has faults:\n" + string.Join('\n', faults))
{
    /// <summary>Each names file, JSON path and what was expected.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
