using Kinora.Core.Media;

namespace Kinora.Core.Tests.Media;

public sealed class BoundedTextTests
{
    [Theory]
    [InlineData("12.75\n3.5\n", 10, "12.75\n3.5\n")]
    [InlineData("12.75\n3.5\n", 6, "3.5\n")]
    [InlineData("no lines at all", 3, "all")]
    [InlineData("", 3, "")]
    public async Task Text_beyond_the_limit_keeps_its_last_whole_lines(string text, int limit, string kept) =>
        (await BoundedText.ReadAsync(new StringReader(text), limit, TestContext.Current.CancellationToken)).ShouldBe(kept);

    [Fact]
    public async Task Long_text_keeps_whole_lines_of_its_end()
    {
        var text = string.Concat(Enumerable.Range(0, 5_000).Select(number => $"{number:0000}.5\n"));

        var kept = await BoundedText.ReadAsync(new StringReader(text), 100, TestContext.Current.CancellationToken);

        kept.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(Enumerable.Range(4986, 14).Select(number => $"{number:0000}.5"));
    }
}
