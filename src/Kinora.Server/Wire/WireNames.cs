using System.Text.Json;
using System.Text.Json.Nodes;
using Kinora.Client;
using Kinora.Core.Generations;

namespace Kinora.Server.Wire;

/// <summary>The wire's words for states: of a generation, and of other things.</summary>
internal static class WireNames
{
    private static readonly Dictionary<GenerationStatus, string> Names =
        Enum.GetValues<GenerationStatus>().ToDictionary(s => s, s => s.ToString().ToLowerInvariant());

    private static readonly Dictionary<string, GenerationStatus> Values = Names.ToDictionary(n => n.Value, n => n.Key);

    public static IReadOnlyList<string> Statuses { get; } = [.. Names.Values];

    public static string Of(GenerationStatus status) => Names[status];

    /// <summary>The word for a state of one or more words, such as <c>not_published</c>.</summary>
    public static string Of<T>(T state) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString());

    /// <summary>Reads the filter of a list; null means every state.</summary>
    public static bool TryReadFilter(string? name, out GenerationStatus? status)
    {
        status = name is not null && Values.TryGetValue(name, out var value) ? value : null;
        return name is null || status is not null;
    }

    public static FieldProblem Fault(string? given) =>
        new("status", $"status must be one of {string.Join(", ", Statuses)}.", JsonValue.Create(given?[..Math.Min(given.Length, 100)]), Statuses);
}
