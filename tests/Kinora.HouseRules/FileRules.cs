using System.Text.RegularExpressions;

namespace Kinora.HouseRules;

/// <summary>What may stand in a file, and how much of it.</summary>
public sealed partial class FileRules
{
    private const int MostLines = 300;

    // In two halves, so that this file does not break its own rules.
    private static readonly string[] Unfinished = ["NotImplemented" + "Exception", "TO" + "DO", "FIX" + "ME", "HA" + "CK"];

    private static readonly string[] TextEndings =
        [".cs", ".csproj", ".props", ".slnx", ".json", ".md", ".sh", ".mjs", ".ts", ".tsx", ".css", ".html", ".sql", ".http", ".txt", ".editorconfig", "/run", "/test"];

    [Fact]
    public void No_file_is_longer_than_300_lines() =>
        Written().Where(file => Lines(file) > MostLines).Select(file => $"{file.Path}: {Lines(file)} lines")
            .ShouldBeEmpty("It has more than one subject. Give each its own file.");

    [Fact]
    public void Every_log_line_of_the_server_has_a_number_of_its_own() =>
        Checkout.Files("src", ".cs").Where(file => file.IsUnder("src/Kinora.Core", "src/Kinora.Server"))
            .SelectMany(file => LogLine().Matches(file.Text).Select(match => (file.Path, Number: match.Groups["number"].Value)))
            .GroupBy(line => line.Number).Where(lines => lines.Count() > 1).Select(lines => string.Join(" and ", lines))
            .ShouldBeEmpty("Who looks for one finds the other.");

    [Fact]
    public void Nothing_is_left_for_later() =>
        Written().Concat(Checkout.Files("eng", ".sh", ".mjs")).SelectMany(Leftovers)
            .ShouldBeEmpty("Finish it, or leave it out and say so in ARCHITECTURE.md.");

    [Fact]
    public void No_file_names_a_place_on_somebodys_machine() =>
        Checkout.Files("", TextEndings).SelectMany(MachinePaths)
            .ShouldBeEmpty("Paths are relative to the checkout or come from a setting.");

    [Fact]
    public void Namespaces_take_the_whole_file() =>
        Checkout.SourceCode().Concat(Checkout.Files("tests", ".cs")).Where(HasNamespaceBlock).Select(file => file.Path)
            .ShouldBeEmpty("Write namespace Name; at the top.");

    [Fact]
    public void Breaches_are_seen()
    {
        Lines(new("a.cs", string.Concat(Enumerable.Repeat("x\n", 301)))).ShouldBe(301);
        Leftovers(new("a.cs", "// " + Unfinished[1] + ": later")).ShouldHaveSingleItem();
        Leftovers(new("a.cs", "throw new " + Unfinished[0] + "();")).ShouldHaveSingleItem();
        Leftovers(new("a.cs", "var toDoList = shackle;")).ShouldBeEmpty();
        HasNamespaceBlock(new("a.cs", "using A;\n\nnamespace B\n{\n}\n")).ShouldBeTrue();
        HasNamespaceBlock(new("a.cs", "namespace B;\n\nsealed class C\n{\n}\n")).ShouldBeFalse();
        MachinePaths(new("a.md", "see /ho" + "me/anna/kinora/x")).ShouldHaveSingleItem();
        MachinePaths(new("a.md", "C:" + @"\Users\anna")).ShouldHaveSingleItem();
        MachinePaths(new("a.md", "https://example.com/work/of/art and docs/work/x")).ShouldBeEmpty();
    }

    private static IEnumerable<SourceFile> Written() =>
        Checkout.Files("src", ".cs", ".sql").Concat(Checkout.Files("studio/src", ".ts", ".tsx", ".css").Where(file => !file.Path.EndsWith("schema.d.ts", StringComparison.Ordinal)));

    private static int Lines(SourceFile file) => file.Text.AsSpan().Count('\n');

    private static IEnumerable<string> Leftovers(SourceFile file) =>
        Unfinished.Where(word => Regex.IsMatch(file.Text, $@"\b{word}\b", RegexOptions.None, TimeSpan.FromSeconds(1))).Select(word => $"{file.Path}: {word}");

    private static bool HasNamespaceBlock(SourceFile file) => NamespaceBlock().IsMatch(CSharpText.Parse(file.Text).Code);

    private static IEnumerable<string> MachinePaths(SourceFile file) =>
        MachinePath().Matches(file.Text).Select(match => $"{file.Path}: {match.Value}");

    [GeneratedRegex(@"LoggerMessage\((?<number>\d+),", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LogLine();

    [GeneratedRegex(@"^\s*namespace\s+[\w.]+\s*\{", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamespaceBlock();

    [GeneratedRegex(@"(?<![\w.:/-])/(root|work|home/\w+|Users/\w+)/|[A-Z]:\\Users\\", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MachinePath();
}
