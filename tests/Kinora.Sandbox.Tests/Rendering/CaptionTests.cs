using Kinora.Sandbox.Rendering;

namespace Kinora.Sandbox.Tests.Rendering;

public sealed class CaptionTests
{
    [Fact]
    public void Short_prompt_stands_on_one_line() => For("  A fox\n in  snow ")!.Lines.ShouldBe(["A fox in snow"]);

    [Fact]
    public void Long_prompt_is_wrapped_between_words_and_cut_after_three_lines()
    {
        var caption = For(string.Join(' ', Enumerable.Repeat("wonderful", 60)))!;

        caption.Lines.Count.ShouldBe(3);
        caption.Lines[0].Split(' ').ShouldAllBe(word => word == "wonderful");
        caption.Lines[2].ShouldEndWith("…");
    }

    [Theory]
    [InlineData("W")]
    [InlineData("WIDE ")]
    [InlineData("漢")]
    [InlineData("i")]
    public void No_line_is_wider_than_the_picture(string part)
    {
        var caption = For(string.Concat(Enumerable.Repeat(part, 20_000)), 720, 1280)!;

        caption.Lines.Count.ShouldBe(3);
        caption.Lines.ShouldAllBe(line => line.Sum(letter => Width(letter)!.Value) * caption.FontSize <= 720 * 0.9);
        caption.Lines[0].Sum(letter => Width(letter)!.Value).ShouldBeGreaterThan(720 * 0.7 / caption.FontSize);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    [InlineData("🎬\u0000\u001b\u202e\ud800")]
    [InlineData("ххх")]
    public void Text_without_letters_that_the_font_has_is_not_drawn(string text)
    {
        For(text).ShouldBeNull();
        Caption.Watermark(text, 1280, 720, Width).ShouldBeNull();
    }

    [Fact]
    public void Letters_that_the_font_does_not_have_are_left_out() => For("A 🦊 fox, по-русски, in snow")!.Lines.ShouldBe(["A fox, -, in snow"]);

    [Fact]
    public void Watermark_keeps_to_one_line_of_half_the_width()
    {
        Caption.Watermark(" Kinora\ntest ", 1280, 720, Width)!.Lines.ShouldBe(["Kinora test"]);

        var mark = Caption.Watermark(string.Join(' ', Enumerable.Repeat("wonderful", 60)), 1280, 720, Width)!;
        var line = mark.Lines.ShouldHaveSingleItem();
        line.ShouldEndWith("…");
        (line.Sum(letter => Width(letter)!.Value) * mark.FontSize).ShouldBeLessThanOrEqualTo(640);
    }

    private static Caption? For(string prompt, int width = 1280, int height = 720) => Caption.For(prompt, width, height, Width);

    // A font that has no Cyrillic.
    private static double? Width(char letter) => letter switch
    {
        >= '\u0400' and < '\u0530' => null,
        'i' => 0.28,
        'W' or > '\u2E80' => 1,
        _ => 0.56,
    };
}
