using System.Globalization;
using System.Text;

namespace Kinora.Core.Diagnostics;

/// <summary>The report as Markdown, to be read or sent on.</summary>
public static class DiagnosticMarkdown
{
    private const int LongestCell = 160;

    public static string Of(DiagnosticReport report)
    {
        var text = new StringBuilder();
        text.AppendLine("# What works today").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"**{report.At:yyyy-MM-dd HH:mm} UTC**, in {report.Seconds:0.#} s: {Word(report.State)}").AppendLine();
        Table(text, "Configuration", ["Account", "Check", "Result", "Detail"], report.Checks.Select(one => new[] { one.Subject, one.Name, Word(one.Result), one.Detail }));
        Table(
            text, "Models", ["Model", "Status", "Account and endpoint", "Error", "Notes"],
            report.Models.Select(row => new[]
            {
                $"{row.Name} (`{row.WireModel}`)", ReportFindings.Words(row.Reading), $"{row.Account}, {row.Endpoint}", row.Error ?? "", row.Notes ?? "",
            }));
        List(text, "Findings", report.Findings);
        List(text, "Recommended actions", report.Actions.Count > 0 ? report.Actions : ["None."]);
        List(text, "Changes since the last report", report.Changes.Count > 0 ? report.Changes : ["None."]);
        return text.ToString();
    }

    private static void Table(StringBuilder text, string title, string[] head, IEnumerable<string[]> rows)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"## {title}").AppendLine();
        Row(text, head);
        Row(text, [.. head.Select(_ => "---")]);
        foreach (var row in rows) Row(text, [.. row.Select(Cell)]);
        text.AppendLine();
    }

    private static void Row(StringBuilder text, string[] cells) => text.Append("| ").AppendJoin(" | ", cells).AppendLine(" |");

    private static void List(StringBuilder text, string title, IReadOnlyList<string> lines)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"## {title}").AppendLine();
        foreach (var line in lines) text.AppendLine(CultureInfo.InvariantCulture, $"- {Plain(line)}");
        text.AppendLine();
    }

    private static string Cell(string text)
    {
        var plain = Plain(text).Replace("|", "\\|", StringComparison.Ordinal);
        return plain.Length <= LongestCell ? plain : plain[..LongestCell] + "…";
    }

    // What providers say goes in: it must neither break the table nor be taken for markup.
    private static string Plain(string text) => text.ReplaceLineEndings(" ").Replace("<", "&lt;", StringComparison.Ordinal);

    private static string Word(DiagnosticState state) => state switch
    {
        DiagnosticState.Working => "everything works.",
        DiagnosticState.PartiallyWorking => "some models work, others do not.",
        _ => "nothing works.",
    };

    private static string Word(CheckResult result) => result switch
    {
        CheckResult.Ok => "ok",
        CheckResult.Warning => "unknown",
        _ => "failed",
    };
}
