using System.Text.Json.Nodes;

namespace Kinora.Client;

/// <summary>An error answer: RFC 9457 problem details (<c>application/problem+json</c>) with a stable code.</summary>
public sealed record Problem
{
    /// <summary>Stable word to branch on, such as <c>invalid_input</c> or <c>insufficient_credits</c>.</summary>
    public required string Code { get; init; }
    public string? Type { get; init; }
    public string? Title { get; init; }
    public int? Status { get; init; }
    public string? Detail { get; init; }

    /// <summary>Each field at fault, for <c>invalid_input</c>.</summary>
    public IReadOnlyList<FieldProblem>? Errors { get; init; }

    /// <summary>The scope that the key lacks, for <c>scope_needed</c>.</summary>
    public string? Scope { get; init; }

    /// <summary>The price, for <c>insufficient_credits</c> and <c>key_cap_reached</c>.</summary>
    public long? Needed { get; init; }

    /// <summary>Since when it is like that, where that is known, for <c>model_down</c>.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>What could have been spent, for <c>insufficient_credits</c> and <c>key_cap_reached</c>.</summary>
    public long? Available { get; init; }
}

/// <summary>One field at fault.</summary>
/// <param name="Given">What was sent.</param>
/// <param name="Allowed">What would be taken, where it can be listed.</param>
public sealed record FieldProblem(string Field, string Message, JsonNode? Given, IReadOnlyList<string>? Allowed);
