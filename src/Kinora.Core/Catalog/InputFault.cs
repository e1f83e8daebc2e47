using System.Text.Json.Nodes;

namespace Kinora.Core.Catalog;

/// <summary>One reason why a request form cannot be made: which field, what was given, what would do.</summary>
/// <param name="Field">The form's field, such as <c>aspectRatio</c>.</param>
/// <param name="Message">A sentence for people.</param>
/// <param name="Given">The offending value, bounded in size; null when it is absent.</param>
/// <param name="Allowed">The values that would be taken; empty when they cannot be listed.</param>
public sealed record InputFault(string Field, string Message, JsonNode? Given = null, IReadOnlyList<string>? Allowed = null)
{
    /// <summary>The stable problem code: <c>unknown_model</c>, <c>model_paused</c>, or <c>invalid_input</c>.</summary>
    public string Code { get; init; } = "invalid_input";
}
