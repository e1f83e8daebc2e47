using System.ComponentModel.DataAnnotations;

namespace Kinora.Client;

/// <summary>The newest report of what works, and the one that is in the making.</summary>
/// <param name="Run">The last that this server began; null when it has begun none since its start.</param>
/// <param name="Report">Null before the first.</param>
public sealed record DiagnosticsResponse(DiagnosticRunResponse? Run, DiagnosticReportResponse? Report);

/// <summary>A report in the making.</summary>
/// <param name="State"><c>running</c>, <c>done</c> or <c>failed</c>.</param>
/// <param name="Done">Routes that were looked at.</param>
/// <param name="Total">How many there are; 0 until they are counted.</param>
/// <param name="Fault">Why there is no report, as a sentence.</param>
public sealed record DiagnosticRunResponse([property: AllowedValues("running", "done", "failed")] string State, DateTimeOffset StartedAt, int Done, int Total, string? Fault);

/// <summary>What works: the accounts, every model at every account, what follows from it, and what is new since the last report.</summary>
public sealed record DiagnosticReportResponse
{
    public required string Id { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>How long it took, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Whether the schedule made it, rather than a person.</summary>
    public required bool Scheduled { get; init; }

    /// <summary><c>working</c>: every model that was looked at; <c>partially_working</c>; or <c>down</c>: none.</summary>
    [AllowedValues("working", "partially_working", "down")]
    public required string State { get; init; }
    public required IReadOnlyList<DiagnosticCheckResponse> Checks { get; init; }

    /// <summary>In the order of the catalog; a model has a row for each route and account.</summary>
    public required IReadOnlyList<DiagnosticRowResponse> Models { get; init; }

    /// <summary>Sentences.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    /// <summary>What a person should do, as sentences.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>What is different from the report before, as sentences; the models and prices that providers' own catalogues list are among it.</summary>
    public required IReadOnlyList<string> Changes { get; init; }
}

/// <summary>One thing of the configuration that was looked at.</summary>
/// <param name="Subject">The account, or <c>server</c>.</param>
/// <param name="Name"><c>key</c>, <c>credits</c>, <c>address</c> or <c>callbacks</c>.</param>
/// <param name="Result"><c>ok</c>, <c>warning</c> or <c>failed</c>.</param>
/// <param name="Detail">A sentence.</param>
public sealed record DiagnosticCheckResponse(string Subject, string Name, [property: AllowedValues("ok", "warning", "failed")] string Result, string Detail);

/// <summary>How one of the providers' models stands at one account.</summary>
public sealed record DiagnosticRowResponse
{
    /// <summary>The product's id.</summary>
    public required string Model { get; init; }
    public required string Name { get; init; }
    public required string Account { get; init; }
    public required string Endpoint { get; init; }

    /// <summary>The provider's id of the model.</summary>
    public required string WireModel { get; init; }

    /// <summary><c>unclear</c>: no request that costs nothing can tell.</summary>
    [AllowedValues("works", "not_published", "paused", "unauthorized", "out_of_credits", "unreachable", "unclear")]
    public required string Status { get; init; }

    /// <summary>The provider's words, where it does not work.</summary>
    public string? Error { get; init; }

    /// <summary>What else is known of it.</summary>
    public string? Notes { get; init; }

    /// <summary>What was asked and what came back, without keys; null where nothing was asked.</summary>
    public string? Request { get; init; }
    public string? Answer { get; init; }
}
