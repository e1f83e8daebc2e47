using System.Text.RegularExpressions;

namespace Kinora.HouseRules;

/// <summary>Some things have one room: SQL, processes, KIE's words, the ledger's pen.</summary>
public sealed partial class PlaceRules
{
    private const string Storage = "src/Kinora.Core/Storage";
    private const string Media = "src/Kinora.Core/Media";
    private const string KieProvider = "src/Kinora.Core/Providers/Kie";

    [Fact]
    public void Sql_stands_only_in_Storage() =>
        Checkout.SourceCode().Where(file => !file.IsUnder(Storage)).SelectMany(Sql)
            .ShouldBeEmpty("Put the query behind a method of a store in Kinora.Core/Storage.");

    [Fact]
    public void Processes_start_only_in_Media() =>
        Checkout.SourceCode().Where(file => !file.IsUnder(Media)).SelectMany(Processes)
            .ShouldBeEmpty("Start FFmpeg through Kinora.Core/Media: it bounds, times out and kills.");

    [Fact]
    public void In_Core_only_the_KIE_provider_speaks_KIE() =>
        Checkout.SourceCode().Where(file => file.IsUnder("src/Kinora.Core") && !file.IsUnder(KieProvider)).SelectMany(KieWords)
            .ShouldBeEmpty("Translate in Providers/Kie; the rest of Core speaks of providers.");

    [Fact]
    public void The_server_writes_no_state_and_no_money() =>
        Checkout.SourceCode().Where(file => file.IsUnder("src/Kinora.Server", "src/Kinora.Cli")).SelectMany(Writes)
            .ShouldBeEmpty("An endpoint translates. The rule belongs to Kinora.Core, which commits it.");

    [Theory]
    [InlineData("var q = \"SELECT id FROM generation\";")]
    [InlineData("var q = \"\"\"\n    select id, state\n    from generation\n    \"\"\";")]
    [InlineData("var q = $\"DELETE FROM {table}\";")]
    [InlineData("var q = \"update account set held = 0\";")]
    public void Sql_outside_its_room_is_seen(string code) => Sql(Sample(code)).ShouldHaveSingleItem();

    [Theory]
    [InlineData("// SELECT id FROM generation\nvar x = 1;")]
    [InlineData("var text = \"Select a model from the list.\";")]
    [InlineData("var text = \"update or delete\";")]
    public void Prose_is_not_taken_for_sql(string code) => Sql(Sample(code)).ShouldBeEmpty();

    [Fact]
    public void Other_things_outside_their_rooms_are_seen()
    {
        Processes(Sample("using var ffmpeg = Process.Start(start);")).ShouldHaveSingleItem();
        Processes(Sample("var path = Environment.ProcessPath; // not a Process")).ShouldBeEmpty();
        KieWords(Sample("using KieAi;")).ShouldHaveSingleItem();
        KieWords(Sample("/// <see cref=\"KieAi.KieClient\"/>")).ShouldBeEmpty();
        Writes(Sample("await store.CommitAsync([change], cancellationToken);")).ShouldHaveSingleItem();
        Writes(Sample("var entry = LedgerEntry.Capture(generation);")).ShouldHaveSingleItem();
    }

    private static IEnumerable<string> Sql(SourceFile file) => InLiterals(file, SqlPattern());

    private static IEnumerable<string> Processes(SourceFile file) => InCode(file, ProcessPattern());

    private static IEnumerable<string> KieWords(SourceFile file) => InCode(file, KiePattern());

    private static IEnumerable<string> Writes(SourceFile file) => InCode(file, WritePattern());

    private static IEnumerable<string> InCode(SourceFile file, Regex pattern) =>
        pattern.Matches(CSharpText.Parse(file.Text).Code).Select(match => $"{file.Path}: {match.Value.Trim()}");

    private static IEnumerable<string> InLiterals(SourceFile file, Regex pattern) =>
        CSharpText.Parse(file.Text).Literals.Where(literal => pattern.IsMatch(literal)).Select(literal => $"{file.Path}: {literal.Trim()}");

    private static SourceFile Sample(string code) => new("src/Sample.cs", code);

    // Upper case anywhere; lower case where the literal begins, as no sentence does.
    [GeneratedRegex(@"\b(SELECT\s[^;]*?\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM|CREATE\s+TABLE|PRAGMA)\b|^\s*(select\s[^;]*?\sfrom|insert\s+(or\s+\w+\s+)?into|update\s+\S+\s+set|delete\s+from|create\s+table|pragma)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SqlPattern();

    [GeneratedRegex(@"\b(Process|ProcessStartInfo)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ProcessPattern();

    [GeneratedRegex(@"\bKieAi\b", RegexOptions.None, 1000)]
    private static partial Regex KiePattern();

    [GeneratedRegex(@"\bnew\s+GenerationChange\b|\bLedgerEntry\.(Hold|Capture|Release)\b|\bCommitAsync\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WritePattern();
}
