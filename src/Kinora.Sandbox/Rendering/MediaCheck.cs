using Kinora.Core.Media;

namespace Kinora.Sandbox.Rendering;

/// <summary>Tries whether media can be decoded, which headers alone do not tell.</summary>
internal sealed class MediaCheck(MediaProcess process)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <summary>Tries the videos that a plan shows: one without frames would be begun again for ever.</summary>
    /// <exception cref="MediaException"><see cref="MediaFailure.NotMedia"/> when there are no frames.</exception>
    public async Task VideosAsync(RenderPlan plan, string folder, CancellationToken cancellationToken)
    {
        foreach (var footage in plan.Shots.OfType<Footage>().DistinctBy(footage => footage.Path)) await TryAsync(footage, folder, cancellationToken);
    }

    /// <summary>Tries everything that a plan is made from.</summary>
    /// <exception cref="MediaException"><see cref="MediaFailure.NotMedia"/> when something cannot be decoded.</exception>
    public async Task AllAsync(RenderPlan plan, string folder, CancellationToken cancellationToken)
    {
        foreach (var visual in plan.Shots.Concat(plan.Insets)) await TryAsync(visual, folder, cancellationToken);
        if (plan.Track is { } track)
        {
            string[] listen = [.. MediaArguments.Input(track.Path), "-map", "0:a:0", "-t", "1", "-ac", "1", "-ar", "8000", "-f", "s16le"];
            await TryAsync(listen, folder, cancellationToken);
        }
    }

    private Task TryAsync(Visual visual, string folder, CancellationToken cancellationToken)
    {
        var input = visual is Picture picture ? MediaArguments.Picture(picture.Path, picture.ContentType) : MediaArguments.Input(visual.Path);
        return TryAsync([.. input, "-map", "0:V:0", "-frames:v", "1", "-vf", "scale=2:2", "-pix_fmt", "gray", "-f", "rawvideo"], folder, cancellationToken);
    }

    private async Task TryAsync(string[] arguments, string folder, CancellationToken cancellationToken)
    {
        var tried = Path.Combine(folder, "tried.raw");
        try
        {
            await process.RunAsync(MediaTool.Ffmpeg, ["-v", "error", .. arguments, "-y", "file:" + tried], Timeout, cancellationToken);
        }
        catch (MediaException e) when (e.Failure is MediaFailure.Failed or MediaFailure.Stopped)
        {
            throw Broken(e);
        }

        if (new FileInfo(tried) is not { Exists: true, Length: > 0 }) throw Broken(null);
    }

    private static MediaException Broken(Exception? cause) => new(MediaFailure.NotMedia, "it is damaged, or of a kind that cannot be decoded.", cause);
}
