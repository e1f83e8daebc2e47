namespace Kinora.Core.Catalog;

/// <summary>What a variant takes and costs, made ready at load.</summary>
internal sealed class VariantShape
{
    public static readonly VariantShape Empty = new();

    /// <summary>The product's display name, for messages.</summary>
    public string Name { get; init; } = "";

    /// <summary>The product's word for sound: <c>always</c>, <c>optional</c> or <c>never</c>.</summary>
    public string Sound { get; init; } = "never";
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];
    public IReadOnlyList<ModeShape> Modes { get; init; } = [];
    public PriceTable Prices { get; init; } = PriceTable.Empty;

    /// <summary>The mode of this name; the first when there is none.</summary>
    public ModeShape Mode(string? name) => Modes.FirstOrDefault(mode => mode.Name == name) ?? Modes[0];
}
