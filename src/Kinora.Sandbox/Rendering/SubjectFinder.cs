using Kinora.Core.Media;

namespace Kinora.Sandbox.Rendering;

/// <summary>Finds what stands out from the background of a picture, and paints a mask for each: white where it is, black elsewhere.</summary>
internal sealed class SubjectFinder(MediaProcess process)
{
    private const int LongSide = 160;
    private const int MostSubjects = 5;
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    /// <summary>Writes PNG masks of the picture's size, from left to right, and answers how many.</summary>
    /// <param name="target">The file of a mask, by its number from 1.</param>
    /// <exception cref="MediaException">The picture cannot be read.</exception>
    public async Task<int> FindAsync(Picture picture, string folder, Func<int, string> target, CancellationToken cancellationToken)
    {
        var scale = Math.Min(1.0, (double)LongSide / Math.Max(picture.Width, picture.Height));
        var (width, height) = (Math.Max(1, (int)(picture.Width * scale)), Math.Max(1, (int)(picture.Height * scale)));
        var small = Path.Combine(folder, "small.raw");
        await FfmpegAsync(
            [
                .. MediaArguments.Picture(picture.Path, picture.ContentType), "-frames:v", "1", "-vf", $"scale={width}:{height}:flags=area,format=rgb24",
                "-f", "rawvideo", "-y", "file:" + small,
            ]);
        var pixels = await File.ReadAllBytesAsync(small, cancellationToken);
        if (pixels.Length < width * height * 3) throw new MediaException(MediaFailure.NotMedia, "the picture cannot be read.");

        var masks = new Silhouettes(pixels, width, height).Find(MostSubjects);
        foreach (var (index, mask) in masks.Index())
        {
            var raw = Path.Combine(folder, $"mask{index}.raw");
            await File.WriteAllBytesAsync(raw, mask, cancellationToken);
            await FfmpegAsync(
                [
                    "-protocol_whitelist", "file", "-f", "rawvideo", "-pixel_format", "gray", "-video_size", $"{width}x{height}", "-i", "file:" + raw,
                    "-frames:v", "1", "-vf", $"scale={picture.Width}:{picture.Height}:flags=neighbor", "-c:v", "png", "-f", "image2", "-update", "1",
                    "-y", "file:" + Path.GetFullPath(target(index + 1)),
                ]);
        }

        return masks.Count;

        Task FfmpegAsync(IEnumerable<string> arguments) => process.RunAsync(MediaTool.Ffmpeg, ["-v", "error", .. arguments], Timeout, cancellationToken);
    }
}
