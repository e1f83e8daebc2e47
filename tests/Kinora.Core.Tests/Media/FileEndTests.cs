using Kinora.Core.Media;

namespace Kinora.Core.Tests.Media;

public sealed class FileEndTests
{
    [Theory]
    [InlineData("png", "image/png")]
    [InlineData("jpg", "image/jpeg")]
    [InlineData("webp", "image/webp")]
    [InlineData("mp4", "video/mp4")]
    [InlineData("mov", "video/quicktime")]
    [InlineData("webm", "video/webm")]
    [InlineData("mkv", "video/x-matroska")]
    [InlineData("avi", "video/x-msvideo")]
    [InlineData("wav", "audio/wav")]
    [InlineData("m4a", "audio/mp4")]
    public async Task Whole_file_has_its_end_and_every_shorter_one_does_not(string extension, string contentType)
    {
        var bytes = await Clips.OfAsync(extension);

        IsThere(bytes, bytes.Length, contentType).ShouldBeTrue();
        foreach (var length in new[] { bytes.Length - 1, bytes.Length * 9 / 10, bytes.Length / 2, bytes.Length / 10 })
            IsThere(bytes, length, contentType).ShouldBeFalse($"{length} of {bytes.Length}");
    }

    [Theory]
    [InlineData("mp4", "-movflags", "+faststart", "-f", "mp4")]
    [InlineData("mp4", "-movflags", "frag_keyframe+empty_moov", "-f", "mp4")]
    [InlineData("webm", "-f", "webm")]
    [InlineData("wav", "-map", "0:a", "-f", "wav")]
    public async Task File_that_was_written_in_one_go_is_whole(string kind, params string[] arguments)
    {
        using var clips = new Clips();
        var path = await clips.MakeAsync("clip", [.. Clips.Tone, .. kind == "wav" ? [] : Clips.Film, .. arguments]);
        // To a pipe the writer cannot go back to fill in the length.
        var piped = kind is "webm" or "wav" ? await clips.MakeAsync("pipe", "-i", path, "-c", "copy", "-f", kind, "-seekable", "0") : path;
        await using var file = File.OpenRead(piped);
        FileEnd.IsThere(file, kind switch { "mp4" => "video/mp4", "webm" => "video/webm", _ => "audio/wav" }).ShouldBeTrue();
    }

    [Fact]
    public void Boxes_without_end_are_given_up()
    {
        var boxes = new byte[8 * 100_001];
        for (var at = 3; at < boxes.Length; at += 8) boxes[at] = 8;

        IsThere(boxes, boxes.Length, "video/mp4").ShouldBeFalse();
    }

    private static bool IsThere(byte[] bytes, int length, string contentType) => FileEnd.IsThere(new MemoryStream(bytes, 0, length), contentType);
}
