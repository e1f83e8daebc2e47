using System.Globalization;
using System.Text;
using Tag = System.Collections.Generic.KeyValuePair<string, object?>;

namespace Kinora.Server.Telemetry;

/// <summary>Writes metrics in Prometheus' text format 0.0.4, under the names that OpenTelemetry's specification derives for Prometheus.</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Write(IEnumerable<MetricFamily> families)
    {
        var text = new StringBuilder();
        foreach (var family in families.OrderBy(Name, StringComparer.Ordinal))
        {
            if (family.Series.ToList() is not { Count: > 0 } series) continue;
            var name = Name(family);
            text.Append($"# HELP {name} {Escaped(family.Instrument.Description ?? "", quoted: false)}\n");
            text.Append($"# TYPE {name} {(family.IsHistogram ? "histogram" : family.IsCounter ? "counter" : "gauge")}\n");
            foreach (var one in series)
            {
                if (family.IsHistogram) Histogram(text, name, one);
                else Sample(text, name, one.Labels, one.Value);
            }
        }

        return text.ToString();
    }

    public static string Name(MetricFamily family)
    {
        var name = Word(family.Instrument.Name);
        var unit = family.Instrument.Unit switch
        {
            "s" => "seconds",
            "ms" => "milliseconds",
            "By" => "bytes",
            _ => null,
        };
        if (unit is not null && !name.EndsWith("_" + unit, StringComparison.Ordinal)) name += "_" + unit;
        return family.IsCounter && !name.EndsWith("_total", StringComparison.Ordinal) ? name + "_total" : name;
    }

    /// <summary>As they stand between the braces. A tag without a value is none.</summary>
    public static string Labels(ReadOnlySpan<Tag> tags)
    {
        var labels = new List<string>();
        foreach (var (name, value) in tags)
        {
            var text = value switch
            {
                bool isSo => isSo ? "true" : "false",
                _ => Convert.ToString(value, CultureInfo.InvariantCulture),
            };
            if (!string.IsNullOrEmpty(text)) labels.Add($"{Word(name)}=\"{Escaped(text, quoted: true)}\"");
        }

        labels.Sort(StringComparer.Ordinal);
        return string.Join(',', labels);
    }

    private static void Histogram(StringBuilder text, string name, MetricSeries series)
    {
        var (buckets, sum) = series.Histogram();
        var before = series.Labels.Length == 0 ? "" : series.Labels + ",";
        foreach (var (bound, count) in buckets) Sample(text, name + "_bucket", $"{before}le=\"{Number(bound)}\"", count);
        Sample(text, name + "_sum", series.Labels, sum);
        Sample(text, name + "_count", series.Labels, buckets[^1].Count);
    }

    private static void Sample(StringBuilder text, string name, string labels, double value) =>
        text.Append(name).Append(labels.Length == 0 ? "" : "{" + labels + "}").Append(' ').Append(Number(value)).Append('\n');

    private static string Number(double value) => double.IsNaN(value) ? "NaN"
        : double.IsPositiveInfinity(value) ? "+Inf"
        : double.IsNegativeInfinity(value) ? "-Inf"
        : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Word(string name)
    {
        var word = new string([.. name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]);
        return char.IsAsciiDigit(word[0]) ? "_" + word : word;
    }

    private static string Escaped(string text, bool quoted)
    {
        text = text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);
        return quoted ? text.Replace("\"", "\\\"", StringComparison.Ordinal) : text;
    }
}
