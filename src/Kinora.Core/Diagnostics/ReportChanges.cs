namespace Kinora.Core.Diagnostics;

/// <summary>What is different from the report before.</summary>
internal static class ReportChanges
{
    public static IReadOnlyList<string> Between(DiagnosticReport? before, IReadOnlyList<DiagnosticRow> rows, IReadOnlyList<ListedByProvider> listed) =>
        before is null ? [] : [.. OfModels(before.Models, rows), .. OfLists(before.Listed, listed)];

    private static IEnumerable<string> OfModels(IReadOnlyList<DiagnosticRow> before, IReadOnlyList<DiagnosticRow> rows)
    {
        var old = before.DistinctBy(Key).ToDictionary(Key);
        foreach (var row in rows.DistinctBy(Key))
        {
            if (!old.Remove(Key(row), out var was)) yield return $"{row.Name} ({row.WireModel}) at {row.Account} is looked at for the first time: {Word(row)}.";
            else if (was.Reading != row.Reading) yield return $"{row.Name} ({row.WireModel}) at {row.Account}: {Word(was)} before, {Word(row)} now.";
        }

        foreach (var gone in old.Values) yield return $"{gone.Name} ({gone.WireModel}) at {gone.Account} is not looked at any more.";
    }

    // A list that could not be read now is no list without models.
    private static IEnumerable<string> OfLists(IReadOnlyList<ListedByProvider> before, IReadOnlyList<ListedByProvider> listed)
    {
        foreach (var account in listed.GroupBy(one => one.Account))
        {
            var old = before.Where(one => one.Account == account.Key).DistinctBy(one => one.Model).ToDictionary(one => one.Model);
            if (old.Count == 0) continue;
            foreach (var one in account.DistinctBy(one => one.Model))
            {
                if (!old.Remove(one.Model, out var was)) yield return $"{account.Key} now lists {one.Model}{(one.Price is null ? "" : $" ({one.Price})")}.";
                else if (was.Price != one.Price) yield return $"{account.Key} changed the price of {one.Model}: '{was.Price}' before, '{one.Price}' now.";
            }

            foreach (var gone in old.Keys) yield return $"{account.Key} no longer lists {gone}.";
        }
    }

    private static (string, string, string) Key(DiagnosticRow row) => (row.Account, row.Endpoint, row.WireModel);

    private static string Word(DiagnosticRow row) => ReportFindings.Words(row.Reading).ToLowerInvariant();
}
