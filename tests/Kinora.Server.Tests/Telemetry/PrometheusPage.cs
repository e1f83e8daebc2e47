using System.Globalization;
using System.Text.RegularExpressions;

namespace Kinora.Server.Tests.Telemetry;

/// <summary>Prometheus' text format 0.0.4, read as strictly as its documentation allows: what it does not know is a fault.</summary>
internal sealed partial class PrometheusPage
{
    private readonly Dictionary<string, string> _types = [];

    /// <summary>By name and labels.</summary>
    public Dictionary<(string Name, string Labels), (IReadOnlyDictionary<string, string> Labels, double Value)> Samples { get; } = [];
    public IReadOnlyDictionary<string, string> Types => _types;

    public static PrometheusPage Parse(string text)
    {
        var page = new PrometheusPage();
        text.ShouldEndWith("\n");
        text.ShouldNotContain('\r');
        string? described = null;
        foreach (var line in text[..^1].Split('\n'))
        {
            if (Help().Match(line) is { Success: true } help) described = help.Groups["name"].Value;
            else if (Type().Match(line) is { Success: true } type)
            {
                type.Groups["name"].Value.ShouldBe(described, "HELP and TYPE come together");
                page._types.TryAdd(described!, type.Groups["type"].Value).ShouldBeTrue(described + " has two types");
            }
            else page.Read(line, described ?? "");
        }

        page.CheckHistograms();
        return page;
    }

    /// <summary>The sum of the samples of this name whose labels hold these; null where there is none.</summary>
    public double? Find(string name, params (string Label, string Value)[] labels)
    {
        var found = Samples.Where(one => one.Key.Name == name && labels.All(label => one.Value.Labels.GetValueOrDefault(label.Label) == label.Value)).ToList();
        return found.Count == 0 ? null : found.Sum(one => one.Value.Value);
    }

    private void Read(string line, string family)
    {
        var sample = Sample().Match(line);
        sample.Success.ShouldBeTrue(line);
        var name = sample.Groups["name"].Value;
        var suffixes = _types.GetValueOrDefault(family) is "histogram" ? ["_bucket", "_sum", "_count"] : new[] { "" };
        suffixes.Select(suffix => family + suffix).ShouldContain(name, $"{line} does not stand below its TYPE");
        if (_types[family] is "counter") name.ShouldEndWith("_total");
        var labels = Label().Matches(sample.Groups["labels"].Value).ToDictionary(label => label.Groups["name"].Value, label => Unescaped(label.Groups["value"].Value));
        string.Join(',', Label().Matches(sample.Groups["labels"].Value).Select(label => label.Value)).ShouldBe(sample.Groups["labels"].Value, line);
        var value = sample.Groups["value"].Value switch
        {
            "+Inf" => double.PositiveInfinity,
            "-Inf" => double.NegativeInfinity,
            var number => double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture),
        };
        Samples.TryAdd((name, string.Join(',', labels.OrderBy(label => label.Key).Select(label => $"{label.Key}={label.Value}"))), (labels, value)).ShouldBeTrue(line + " stands there twice");
    }

    private void CheckHistograms()
    {
        foreach (var family in _types.Where(type => type.Value is "histogram").Select(type => type.Key))
        {
            foreach (var series in Samples.Where(one => one.Key.Name == family + "_bucket").GroupBy(one => string.Join(',', one.Value.Labels.Where(label => label.Key != "le").OrderBy(label => label.Key).Select(label => $"{label.Key}={label.Value}"))))
            {
                var buckets = series.Select(one => (Bound: one.Value.Labels["le"] is "+Inf" ? double.PositiveInfinity : double.Parse(one.Value.Labels["le"], CultureInfo.InvariantCulture), Count: one.Value.Value)).ToList();
                buckets.Select(bucket => bucket.Bound).ShouldBeInOrder();
                buckets.Select(bucket => bucket.Count).ShouldBeInOrder();
                buckets[^1].Bound.ShouldBe(double.PositiveInfinity);
                Samples[(family + "_count", series.Key)].Value.ShouldBe(buckets[^1].Count);
                Samples.ShouldContainKey((family + "_sum", series.Key));
            }
        }
    }

    private static string Unescaped(string value) => Escape().Replace(value, match => match.Value is "\\n" ? "\n" : match.Value[1..]);

    [GeneratedRegex(@"^# HELP (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) ([^\\]|\\\\|\\n)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Help();

    [GeneratedRegex("^# TYPE (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?<type>counter|gauge|histogram)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Type();

    [GeneratedRegex(@"^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?<labels>.+)\})? (?<value>[+-]Inf|NaN|-?[0-9]+(\.[0-9]+)?(E[+-]?[0-9]+)?)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sample();

    [GeneratedRegex(@"(?<name>[a-zA-Z_][a-zA-Z0-9_]*)=""(?<value>([^""\\\n]|\\\\|\\""|\\n)+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();

    [GeneratedRegex(@"\\[\\""n]", RegexOptions.None, 1000)]
    private static partial Regex Escape();
}
