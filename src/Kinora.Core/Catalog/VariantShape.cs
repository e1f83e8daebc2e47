namespace Kinora.Core.Catalog;

/// <summary>What a variant takes and costs, made ready at load.</summary>
internal sealed class VariantShape
{
    public static readonly VariantShape Empty = new();

    /// <summary>The product's display name, for messages.</summary>
    public string Name { get; init; } = "";

    /// <summary>The product's word for sound; see the schema.</summary>
    public string Sound { get; init; } = "never";

    /// <summary>The length of what it makes where no setting decides it, in seconds.</summary>
    public decimal? Seconds { get; init; }

    /// <summary>What comes of it when that is no video.</summary>
    public string? Result { get; init; }

    /// <summary>The provider's fields, then the clauses.</summary>
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];
    public IReadOnlyList<ModeShape> Modes
    {
        get;
        init => (field, MediaFields) = (value, [.. value.SelectMany(mode => mode.MediaByField.Keys).Distinct()]);
    } = [];

    /// <summary>The provider's fields that carry media in some mode.</summary>
    public IReadOnlyList<Parameter> MediaFields { get; private init; } = [];
    public IReadOnlyList<RefusalEntry> Refusals { get; init; } = [];
    public IReadOnlyList<WarningEntry> Warnings { get; init; } = [];
    public PriceTable Prices { get; init; } = PriceTable.Empty;

    /// <summary>Whether the catalog allows that it is asked without input, to see whether it is there.</summary>
    public bool Probe { get; init; } = true;

    /// <summary>Whether a request without any input lacks something for certain. What is merely expected of a form does not count.</summary>
    public bool RefusesEmptyInput =>
        Probe && (Parameters.Any(parameter => parameter.Clause is null && parameter.Entry.Required) || WireRefusals.Of(this, []) is not null);

    /// <summary>The mode of this name; the first when there is none.</summary>
    public ModeShape Mode(string? name) => Modes.FirstOrDefault(mode => mode.Name == name) ?? Modes[0];
}
