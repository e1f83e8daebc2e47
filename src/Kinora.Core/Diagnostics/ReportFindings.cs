using Kinora.Core.Providers;

namespace Kinora.Core.Diagnostics;

/// <summary>What follows from what was seen: sentences for people.</summary>
internal static class ReportFindings
{
    private const int MostNamed = 12;

    public static DiagnosticState State(IReadOnlyList<DiagnosticRow> rows) =>
        rows.All(Works) && rows.Count > 0 ? DiagnosticState.Working : rows.Any(Works) ? DiagnosticState.PartiallyWorking : DiagnosticState.Down;

    public static IReadOnlyList<string> Findings(IReadOnlyList<DiagnosticRow> rows)
    {
        var models = rows.GroupBy(row => row.Model).ToList();
        var working = models.Where(rows => rows.Any(Works)).ToList();
        List<string> findings = [$"{working.Count} of {models.Count} models work{(working.Count == 0 ? "" : $": {Named(working.Select(Name))}")}."];
        foreach (var reading in new[] { ProbeReading.NotPublished, ProbeReading.Paused, ProbeReading.Unauthorized,
            ProbeReading.OutOfCredits, ProbeReading.Unreachable, ProbeReading.Unclear })
        {
            var names = models.Where(rows => !rows.Any(Works) && rows.First().Reading == reading).Select(Name).ToList();
            if (names.Count > 0) findings.Add($"{Words(reading)}: {Named(names)}.");
        }

        var oneRoad = models.Where(rows => rows.Any(Works) && rows.Any(row => !Works(row))).Select(Name).ToList();
        if (oneRoad.Count > 0) findings.Add($"These work, but not by every route or account: {Named(oneRoad)}.");
        return findings;
    }

    public static IReadOnlyList<string> Actions(IReadOnlyList<DiagnosticCheck> checks, IReadOnlyList<DiagnosticRow> rows, IReadOnlyList<string> unknown)
    {
        List<string> actions = [.. checks.Where(check => check.Result is not CheckResult.Ok).Select(Action).OfType<string>().Distinct()];
        if (Any(rows, ProbeReading.NotPublished))
            actions.Add("Ask the provider for access to the models that it does not publish, give them a second route in catalog.override.json, or hide them there.");
        if (Any(rows, ProbeReading.Paused))
            actions.Add("Nothing needs to be done for paused models: they are probed again and come back by themselves. A second route bridges the time.");
        if (Any(rows, ProbeReading.Unclear)) actions.Add("Have one video made of each model of which a probe cannot tell: POST /api/admin/probes with \"render\": true.");
        if (unknown.Count > 0) actions.Add($"Add what the provider lists and the catalog does not have, if you want it: {Named(unknown)}.");
        return actions;
    }

    public static string Words(ProbeReading reading) => reading switch
    {
        ProbeReading.Works => "Works",
        ProbeReading.NotPublished => "Not published",
        ProbeReading.Paused => "Paused",
        ProbeReading.Unauthorized => "Keys not taken",
        ProbeReading.OutOfCredits => "Out of credits",
        ProbeReading.Unreachable => "Not reached",
        _ => "No probe can tell",
    };

    private static bool Any(IReadOnlyList<DiagnosticRow> rows, ProbeReading reading) => rows.Any(row => row.Reading == reading);

    private static bool Works(DiagnosticRow row) => row.Reading is ProbeReading.Works;

    private static string Name(IGrouping<string, DiagnosticRow> rows) => rows.First().Name;

    private static string? Action(DiagnosticCheck check) => check.Name switch
    {
        "key" => $"Enter a valid key for the account {check.Subject}.",
        "credits" => $"Top up the account {check.Subject}.",
        "address" => $"See that the address of the account {check.Subject} is right, and that this server may reach it.",
        "callbacks" when check.Result is CheckResult.Failed => "Set KINORA_PUBLIC_URL, so that providers can call back: results then arrive sooner, and a lost answer heals.",
        _ => null,
    };

    private static string Named(IEnumerable<string> names)
    {
        var all = names.Distinct().ToList();
        return string.Join(", ", all.Take(MostNamed)) + (all.Count > MostNamed ? $" and {all.Count - MostNamed} more" : "");
    }
}
