using Kinora.Client;
using Kinora.Core.Diagnostics;

namespace Kinora.Server.Wire;

/// <summary>Reports of what works, from the domain to the wire.</summary>
internal static class DiagnosticMapping
{
    public static DiagnosticRunResponse ToResponse(this DiagnosticRun run) => new(
        run switch { { IsDone: false } => "running", { Fault: null } => "done", _ => "failed" }, run.StartedAt, run.Routes.Done, run.Routes.Total, run.Fault);

    public static DiagnosticReportResponse ToResponse(this DiagnosticReport report) => new()
    {
        Id = report.Id,
        At = report.At,
        Seconds = report.Seconds,
        Scheduled = report.IsScheduled,
        State = WireNames.Of(report.State),
        Checks = [.. report.Checks.Select(one => new DiagnosticCheckResponse(one.Subject, one.Name, WireNames.Of(one.Result), one.Detail))],
        Models = [.. report.Models.Select(ToResponse)],
        Findings = report.Findings,
        Actions = report.Actions,
        Changes = report.Changes,
    };

    private static DiagnosticRowResponse ToResponse(DiagnosticRow row) => new()
    {
        Model = row.Model,
        Name = row.Name,
        Account = row.Account,
        Endpoint = row.Endpoint,
        WireModel = row.WireModel,
        Status = WireNames.Of(row.Reading),
        Error = row.Error,
        Notes = row.Notes,
        Request = row.Request,
        Answer = row.Answer,
    };
}
