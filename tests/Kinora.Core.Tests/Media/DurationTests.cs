using System.Buffers.Binary;
using Kinora.Core.Media;

namespace Kinora.Core.Tests.Media;

/// <summary>Lengths are priced, so they are measured where headers are silent, estimates or lies.</summary>
public sealed class DurationTests : IDisposable
{
    private readonly Clips _clips = new();
    private readonly Ffprobe _ffprobe;

    public DurationTests() => _ffprobe = new Ffprobe(_clips.Process);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mp3_of_changing_bit_rate_without_a_table_is_measured()
    {
        // Two seconds of silence and then ten of noise: the first frames are no measure of the rest.
        var path = await _clips.MakeAsync(
            "a.mp3", "-f", "lavfi", "-i", "anullsrc=r=44100:d=2", "-f", "lavfi", "-i", "anoisesrc=d=10", "-filter_complex", "concat=v=0:a=1",
            "-q:a", "5", "-write_xing", "0");

        (await _ffprobe.ProbeAsync(path, Stop)).DurationSeconds.ShouldBe(12, 0.1);
    }

    [Fact]
    public async Task Recording_whose_header_has_no_length_is_measured()
    {
        var path = await _clips.MakeAsync("a.webm", [.. Clips.Film, "-f", "webm", "-seekable", "0", "-live", "1"]);

        (await _ffprobe.ProbeAsync(path, Stop)).DurationSeconds.ShouldBe(2, 0.05);
    }

    [Fact]
    public async Task Wave_whose_header_has_no_length_is_measured()
    {
        var path = await _clips.MakeAsync("a.wav", [.. Clips.Tone, "-f", "wav", "-seekable", "0"]);

        (await _ffprobe.ProbeAsync(path, Stop)).DurationSeconds.ShouldBe(2, 0.05);
    }

    [Fact]
    public async Task Header_that_says_a_tenth_of_the_length_is_not_believed()
    {
        var bytes = await Clips.OfAsync("mp4");
        var forged = Divide(Divide(Divide(bytes, "mdhd"u8, 16), "mvhd"u8, 16), "tkhd"u8, 20);
        // Without the edit list, which would cut the rest away for every player.
        for (var at = forged.AsSpan().IndexOf("edts"u8); at >= 0; at = forged.AsSpan().IndexOf("edts"u8)) "free"u8.CopyTo(forged.AsSpan(at));

        (await _ffprobe.ProbeAsync(await _clips.SaveAsync("a.mp4", forged), Stop)).DurationSeconds.ShouldBe(2, 0.1);
    }

    [Fact]
    public async Task What_an_edit_list_cuts_away_does_not_count()
    {
        var trimmed = Divide(await Clips.OfAsync("mp4"), "elst"u8, 8, by: 2);

        (await _ffprobe.ProbeAsync(await _clips.SaveAsync("a.mp4", trimmed), Stop)).DurationSeconds.ShouldBe(1, 0.1);
    }

    [Fact]
    public async Task Long_sound_is_measured_to_its_end()
    {
        // So many packets that their list is cut at its beginning.
        var path = await _clips.MakeAsync("a.wav", "-f", "lavfi", "-i", "anullsrc=r=8000:cl=mono", "-t", "22000", "-c:a", "pcm_u8");

        (await _ffprobe.ProbeAsync(path, Stop)).DurationSeconds.ShouldBe(22_000, 0.1);
    }

    // The number that stands so far behind the name of each such box.
    private static byte[] Divide(byte[] bytes, ReadOnlySpan<byte> box, int offset, uint by = 10)
    {
        var copy = bytes.ToArray();
        for (var at = copy.AsSpan().IndexOf(box); at >= 0;)
        {
            var field = copy.AsSpan(at + offset + 4);
            BinaryPrimitives.WriteUInt32BigEndian(field, BinaryPrimitives.ReadUInt32BigEndian(field) / by);
            var next = copy.AsSpan(at + 4).IndexOf(box);
            at = next < 0 ? -1 : at + 4 + next;
        }

        return copy;
    }

    public void Dispose() => _clips.Dispose();
}
