using System.Text.Json.Serialization;
using Kinora.Core.Providers;

namespace Kinora.Core.Diagnostics;

/// <summary>What works today: the accounts, every model at every account, what follows from it, and what is new since the last report.</summary>
public sealed record DiagnosticReport
{
    /// <summary>Sorts by time.</summary>
    public required string Id { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>How long it took, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Whether the schedule made it, rather than a person.</summary>
    public required bool IsScheduled { get; init; }
    public required DiagnosticState State { get; init; }
    public required IReadOnlyList<DiagnosticCheck> Checks { get; init; }

    /// <summary>In the order of the catalog.</summary>
    public required IReadOnlyList<DiagnosticRow> Models { get; init; }

    /// <summary>Sentences.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    /// <summary>What a person should do, as sentences; none where nothing needs to be done.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>What is different from the report before, as sentences.</summary>
    public required IReadOnlyList<string> Changes { get; init; }

    /// <summary>The video models that providers' own catalogues list, for the next comparison.</summary>
    public required IReadOnlyList<ListedByProvider> Listed { get; init; }
}

/// <summary>The report in one word.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DiagnosticState>))]
public enum DiagnosticState
{
    /// <summary>Every model that was looked at works.</summary>
    [JsonStringEnumMemberName("working")] Working,

    /// <summary>Some do.</summary>
    [JsonStringEnumMemberName("partially_working")] PartiallyWorking,

    /// <summary>None does.</summary>
    [JsonStringEnumMemberName("down")] Down,
}

/// <summary>One thing of the configuration that was looked at.</summary>
/// <param name="Subject">The account, or <c>server</c>.</param>
/// <param name="Name"><c>key</c>, <c>credits</c>, <c>address</c> or <c>callbacks</c>.</param>
/// <param name="Detail">A sentence.</param>
public sealed record DiagnosticCheck(string Subject, string Name, CheckResult Result, string Detail);

/// <summary>How a check came out.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CheckResult>))]
public enum CheckResult
{
    [JsonStringEnumMemberName("ok")] Ok,

    /// <summary>It works, and not as well as it could; or nobody knows.</summary>
    [JsonStringEnumMemberName("warning")] Warning,
    [JsonStringEnumMemberName("failed")] Failed,
}

/// <summary>How one of the providers' models stands at one account.</summary>
public sealed record DiagnosticRow
{
    /// <summary>The product's id and name.</summary>
    public required string Model { get; init; }
    public required string Name { get; init; }
    public required string Account { get; init; }
    public required string Endpoint { get; init; }

    /// <summary>The provider's id of the model.</summary>
    public required string WireModel { get; init; }
    public required ProbeReading Reading { get; init; }

    /// <summary>The provider's words, where it does not work.</summary>
    public string? Error { get; init; }

    /// <summary>What else is known of it: since when, what traffic says.</summary>
    public string? Notes { get; init; }

    /// <summary>What was asked and what came back; null where nothing was asked.</summary>
    public string? Request { get; init; }
    public string? Answer { get; init; }
}

/// <summary>A video model as a provider's own catalogue lists it.</summary>
/// <param name="Price">In words; null where it tells none.</param>
public sealed record ListedByProvider(string Account, string Model, string? Title, string? Price);
