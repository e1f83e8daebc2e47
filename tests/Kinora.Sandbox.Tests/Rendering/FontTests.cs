using Kinora.Sandbox.Rendering;

namespace Kinora.Sandbox.Tests.Rendering;

public sealed class FontTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    // One table of each kind. Letters A to C have the glyphs 2 to 4 by a shift, X and Z 5 and 6 by a list; the last two are as wide as the fourth.
    private static byte[] Bytes { get; } =
    [
        0, 1, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0,
        .. "cmap"u8, 0, 0, 0, 0, 0, 0, 0, 76, 0, 0, 0, 0, .. "head"u8, 0, 0, 0, 0, 0, 0, 0, 134, 0, 0, 0, 0,
        .. "hhea"u8, 0, 0, 0, 0, 0, 0, 0, 154, 0, 0, 0, 0, .. "hmtx"u8, 0, 0, 0, 0, 0, 0, 0, 190, 0, 0, 0, 0,
        0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12,
        0, 4, 0, 46, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, (byte)'C', 0, (byte)'Z', 255, 255, 0, 0, 0, (byte)'A', 0, (byte)'X', 255, 255,
        255, 193, 0, 0, 0, 1, 0, 0, 0, 4, 0, 0, 0, 5, 0, 0, 0, 6,
        .. new byte[18], 3, 232,
        .. new byte[34], 0, 5,
        0, 100, 0, 0, 0, 200, 0, 0, 1, 244, 0, 0, 2, 188, 0, 0, 3, 232, 0, 0,
    ];

    [Theory]
    [InlineData('A', 0.5)]
    [InlineData('B', 0.7)]
    [InlineData('C', 1.0)]
    [InlineData('X', 1.0)]
    [InlineData('Y', null)]
    [InlineData('Z', 1.0)]
    [InlineData('D', null)]
    [InlineData('日', null)]
    public void Font_tells_which_letters_it_has_and_how_wide_they_are(char letter, double? width)
    {
        File.WriteAllBytes(_file, Bytes);

        var seen = Font.Read(_file).ShouldNotBeNull().Width(letter);

        if (width is null) seen.ShouldBeNull();
        else seen.ShouldNotBeNull().ShouldBe(width.Value, 0.001);
    }

    [Fact]
    public void Font_that_breaks_off_is_none()
    {
        for (var length = 0; length < Bytes.Length - 2; length++)
        {
            File.WriteAllBytes(_file, Bytes[..length]);
            Font.Read(_file).ShouldBeNull($"{length} bytes");
        }
    }

    public void Dispose() => File.Delete(_file);
}
