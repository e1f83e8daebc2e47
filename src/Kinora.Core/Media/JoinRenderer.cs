namespace Kinora.Core.Media;

/// <summary>Makes one film of clips of any size, frame rate and sound: H.264 with AAC in an MP4 file that plays while it loads.</summary>
/// <remarks>Each clip is brought into the film's form by itself, so that one is decoded at a time; then all are put together without being coded again.</remarks>
public sealed class JoinRenderer(MediaProcess process)
{
    /// <summary>The largest film, in bytes.</summary>
    public const long MaxBytes = 4L * 1024 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>How many times as long as it is to be seen a clip may take: large frames on a small machine are slow.</summary>
    private const int Slowest = 20;

    /// <summary>Brings one clip into the form of the film.</summary>
    /// <exception cref="MediaException">It cannot be decoded, or takes too long.</exception>
    public async Task<FilmPart> PartAsync(FilmClip clip, FilmForm form, string target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(clip);
        ArgumentNullException.ThrowIfNull(form);
        await process.RunAsync(
            MediaTool.Ffmpeg, JoinArguments.Part(clip, form, target), Patience + TimeSpan.FromSeconds(Slowest * clip.Seconds), cancellationToken);
        return new(target, form.Seconds(form.Frames(clip.Seconds)));
    }

    /// <summary>Puts the parts together.</summary>
    /// <param name="music">Looped or cut to the length of the film, with its last seconds faded out, under the sound of the parts; null for none.</param>
    /// <param name="list">A path for a text file, in the folder of the parts.</param>
    /// <exception cref="MediaException">The music cannot be decoded, the film is too large, or it takes too long.</exception>
    public async Task FilmAsync(
        IReadOnlyList<FilmPart> parts, FilmForm form, FilmMusic? music, string list, string target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var seconds = parts.Sum(part => part.Seconds);
        await File.WriteAllTextAsync(list, JoinArguments.List(parts), cancellationToken);
        await process.RunAsync(
            MediaTool.Ffmpeg, JoinArguments.Film(list, form, seconds, music, MaxBytes, target), Patience + TimeSpan.FromSeconds(seconds), cancellationToken);
        if (new FileInfo(target).Length >= MaxBytes) throw new MediaException(MediaFailure.Failed, "The film would be larger than 4 GB.");
    }
}
