using System.Text.RegularExpressions;

namespace Kinora.HouseRules;

/// <summary>Documents hold what they promise: links lead somewhere, settings are described, decisions are short.</summary>
public sealed partial class DocumentRules
{
    private const int MostDecisionLines = 60;
    private static readonly string[] DecisionParts = ["## Context", "## Decision", "## Consequences"];

    [Fact]
    public void Links_lead_to_files_that_exist() =>
        Checkout.Files("", ".md").SelectMany(file => DeadLinks(file, File.Exists))
            .ShouldBeEmpty("Correct the link, or write the page.");

    [Fact]
    public void Every_setting_is_described()
    {
        var pages = string.Concat(Checkout.Files("docs/guides", ".md").Select(file => file.Text));
        Settings(Checkout.SourceCode()).Where(name => !pages.Contains($"`{name}`", StringComparison.Ordinal))
            .ShouldBeEmpty("Describe it in docs/guides/settings.md: what it does, its default.");
    }

    [Fact]
    public void Decisions_are_numbered_and_short()
    {
        var decisions = Checkout.Files("docs/adr", ".md");
        decisions.SelectMany(Faults).ShouldBeEmpty("See CONTRIBUTING.md: what a decision record looks like.");
        decisions.GroupBy(file => Number(file.Path)).Where(group => group.Count() > 1).Select(group => group.Key)
            .ShouldBeEmpty("Two decisions share a number.");
    }

    [Fact]
    public void Breaches_are_seen()
    {
        DeadLinks(new("docs/a.md", "[b](b.md#part) [web](https://example.com/x) [c](../c.md) [here](#part)"), path => path.EndsWith("/c.md", StringComparison.Ordinal))
            .ShouldBe(["docs/a.md: b.md#part"]);
        Settings([new("a.cs", "var a = \"KINORA_DATA\"; // KINORA_OLD")]).ShouldBe(["KINORA_DATA"]);
        Faults(new("docs/adr/0007-x.md", "# 0007. X\n\n## Context\n\n## Decision\n\n## Consequences\n")).ShouldBeEmpty();
        Faults(new("docs/adr/0007-x.md", "# X\n\n## Context\n")).Count().ShouldBe(3);
        Faults(new("docs/adr/seven.md", "# 0007. X\n\n## Context\n\n## Decision\n\n## Consequences\n")).ShouldHaveSingleItem();
    }

    private static IEnumerable<string> DeadLinks(SourceFile file, Func<string, bool> exists) =>
        LinkPattern().Matches(file.Text).Select(match => match.Groups["target"].Value)
            .Where(target => !target.StartsWith('#') && !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal))
            .Where(target => !Found(Path.GetFullPath(Path.Combine(Checkout.Root, Path.GetDirectoryName(file.Path)!, target.Split('#')[0])), exists))
            .Select(target => $"{file.Path}: {target}");

    private static bool Found(string path, Func<string, bool> exists) => exists(path) || Directory.Exists(path);

    private static IEnumerable<string> Settings(IEnumerable<SourceFile> files) =>
        files.SelectMany(file => CSharpText.Parse(file.Text).Literals).Where(literal => SettingPattern().IsMatch(literal)).Distinct();

    private static IEnumerable<string> Faults(SourceFile decision)
    {
        var number = Number(decision.Path);
        if (number is null) yield return $"{decision.Path}: is not named NNNN-title.md";
        else if (!decision.Text.StartsWith($"# {number}. ", StringComparison.Ordinal)) yield return $"{decision.Path}: does not begin with # {number}. Title";
        foreach (var part in DecisionParts.Where(part => !decision.Text.Contains($"\n{part}\n", StringComparison.Ordinal)))
            yield return $"{decision.Path}: has no {part}";
        if (decision.Text.AsSpan().Count('\n') > MostDecisionLines) yield return $"{decision.Path}: is longer than {MostDecisionLines} lines";
    }

    private static string? Number(string path) =>
        DecisionName().Match(Path.GetFileName(path)) is { Success: true } match ? match.Groups["number"].Value : null;

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LinkPattern();

    [GeneratedRegex("^(KINORA|KIE|VEO|SANDBOX)_[A-Z_]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SettingPattern();

    [GeneratedRegex(@"^(?<number>\d{4})-[a-z0-9-]+\.md$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DecisionName();
}
