using Kinora.Sandbox.Rendering;

namespace Kinora.Sandbox.Tests.Rendering;

public sealed class CaptionTests
{
    [Fact]
    public void Short_prompt_stands_on_one_line() =>
        Caption.For("  A fox\n in  snow ", 1280, 720)!.Lines.ShouldBe(["A fox in snow"]);

    [Fact]
    public void Long_prompt_is_wrapped_between_words_and_cut_after_three_lines()
    {
        var caption = Caption.For(string.Join(' ', Enumerable.Repeat("wonderful", 60)), 1280, 720)!;

        caption.Lines.Count.ShouldBe(3);
        caption.Lines[0].Split(' ').ShouldAllBe(word => word == "wonderful");
        caption.Lines[2].ShouldEndWith("…");
    }

    [Fact]
    public void Endless_word_is_cut_to_the_width() =>
        Caption.For(new string('x', 100_000), 720, 1280)!.Lines.ShouldAllBe(line => line.Length < 60);

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    [InlineData("🎬\u0000\u001b\u202e\ud800")]
    public void Text_without_letters_is_not_drawn(string text)
    {
        Caption.For(text, 1280, 720).ShouldBeNull();
        Caption.Watermark(text, 1280, 720).ShouldBeNull();
    }

    [Fact]
    public void Watermark_keeps_to_one_line_of_half_the_width()
    {
        Caption.Watermark(" Kinora\ntest ", 1280, 720)!.Lines.ShouldBe(["Kinora test"]);

        var line = Caption.Watermark(string.Join(' ', Enumerable.Repeat("wonderful", 60)), 1280, 720)!.Lines.ShouldHaveSingleItem();
        line.ShouldEndWith("…");
        line.Length.ShouldBeLessThan(60);
    }
}
