using System.Text.RegularExpressions;

namespace Kinora.HouseRules;

/// <summary>Time is a dependency: whoever needs it is given a <see cref="TimeProvider"/>.</summary>
public sealed partial class ClockRules
{
    private static readonly string[] MustBeBanned =
    [
        "P:System.DateTime.Now", "P:System.DateTime.UtcNow", "P:System.DateTime.Today", "P:System.DateTimeOffset.Now", "P:System.DateTimeOffset.UtcNow",
        "P:System.Threading.Tasks.Task`1.Result", "M:System.Threading.Thread.Sleep(System.Int32)", "M:System.Threading.Tasks.Task.Delay(System.TimeSpan)",
    ];

    [Fact]
    public void The_compiler_bans_clocks_and_blocking() =>
        MustBeBanned.Except(Checkout.Read("BannedSymbols.txt").Split('\n').Select(line => line.Split(';')[0]))
            .ShouldBeEmpty("BannedSymbols.txt is what keeps them out; put the lines back.");

    [Fact]
    public void No_source_reads_another_clock() =>
        Checkout.SourceCode().SelectMany(Clocks).ShouldBeEmpty("Take a TimeProvider in the constructor.");

    [Fact]
    public void No_source_lifts_the_ban() =>
        Checkout.SourceCode().Where(file => file.Text.Contains("RS0030", StringComparison.Ordinal)).Select(file => file.Path)
            .ShouldBeEmpty("The ban on clocks has no exceptions in src.");

    [Theory]
    [InlineData("var now = DateTimeOffset.UtcNow;")]
    [InlineData("var watch = Stopwatch.StartNew();")]
    [InlineData("var ticks = Environment.TickCount64;")]
    [InlineData("await Task.Delay(100);")]
    public void Another_clock_is_seen(string code) => Clocks(new("src/Sample.cs", code)).ShouldHaveSingleItem();

    [Fact]
    public void A_delay_with_a_time_provider_is_none() =>
        Clocks(new("src/Sample.cs", "await Task.Delay(wait, time, cancellationToken); // not DateTime.Now")).ShouldBeEmpty();

    private static IEnumerable<string> Clocks(SourceFile file) =>
        ClockPattern().Matches(CSharpText.Parse(file.Text).Code).Select(match => $"{file.Path}: {match.Value}");

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b|\bStopwatch\b|\bEnvironment\.TickCount|\bThread\.Sleep\b|\bTask\.Delay\([^,()]*\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ClockPattern();
}
