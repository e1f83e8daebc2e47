using Kinora.Core.Catalog;
using Kinora.Core.Fetching;
using Kinora.Core.Media;
using Kinora.Sandbox.Rendering;
using Kinora.Sandbox.Tasks;

namespace Kinora.Sandbox.Files;

/// <summary>Brings the media that a task names: own uploads and own videos from their folders, others from outside.</summary>
/// <remarks>Everything throws <see cref="FetchException"/> for what may not or cannot be had, and <see cref="MediaException"/> for what is of another kind.</remarks>
internal sealed class MediaSource(UploadFolder uploads, VideoFolder videos, SandboxAddresses addresses, GuardedHttp http, Ffprobe ffprobe)
{
    // Mark what is the sandbox's own, whatever address it has when it comes to rendering.
    private const string Upload = "upload:";
    private const string Take = "take:";

    private const int Megabyte = 1024 * 1024;
    private const int MaxSide = 8192;

    // Decoded it takes four bytes a pixel, and FFmpeg holds it twice.
    private const int MaxPixels = 40_000_000;
    private static readonly TimeSpan PictureTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    /// <summary>How a task should remember an address.</summary>
    public string Remember(string address) =>
        addresses.UploadPath(address) is { } path ? Upload + path
        : addresses.TaskFile(address) is var (taskId, name) ? Take + taskId + (name == ResultFile.Video ? "" : "/" + name)
        : IsOwn(address) ? "" // A mark that the caller made up: it names nothing.
        : address;

    /// <summary>How a character is remembered, by its id.</summary>
    /// <exception cref="MediaException">It is no id of one.</exception>
    public string OfCharacter(string characterId) => TaskResult.TaskOfCharacter(characterId) is { } taskId
        ? $"{Take}{taskId}/{ResultFile.Character}"
        : throw new MediaException(MediaFailure.NotMedia, "there is no such character.");

    /// <summary>The measures of what is the sandbox's own; null for the rest, and for what is no media.</summary>
    public async Task<MediaMeasure?> MeasureAsync(string media, CancellationToken cancellationToken)
    {
        if (FindOwn(media) is not { } path) return null;
        try
        {
            return new MediaMeasure(await ffprobe.ProbeAsync(path, cancellationToken), new FileInfo(path).Length);
        }
        catch (MediaException)
        {
            return null; // The task will say so when it comes to it.
        }
    }

    /// <param name="folder">Where what is fetched is kept, until the caller deletes it.</param>
    public async Task<Picture> PictureAsync(string picture, string folder, CancellationToken cancellationToken)
    {
        var path = await BringAsync(picture, 30 * Megabyte, PictureTimeout, folder, cancellationToken);
        await using var file = File.OpenRead(path);
        return PictureHeader.Read(file) is { Width: <= MaxSide, Height: <= MaxSide } header && header.Width * header.Height <= MaxPixels
            ? new Picture(path, header.ContentType, header.Width, header.Height)
            : throw new MediaException(MediaFailure.NotMedia,
                $"it is not a PNG, JPEG or WebP picture of at most {MaxSide} pixels on a side and {MaxPixels / 1_000_000} million in all.");
    }

    public async Task<Footage> VideoAsync(string video, string folder, CancellationToken cancellationToken) =>
        await FootageAsync(await BringAsync(video, 500 * Megabyte, Timeout, folder, cancellationToken), cancellationToken);

    /// <summary>The video of an earlier task.</summary>
    public Task<Footage> TakeAsync(string taskId, CancellationToken cancellationToken) => FootageAsync(FindOwn(Take + taskId) ?? throw Gone(), cancellationToken);

    public async Task<Recording> SoundAsync(string sound, string folder, CancellationToken cancellationToken)
    {
        var path = await BringAsync(sound, 100 * Megabyte, Timeout, folder, cancellationToken);
        return await ffprobe.ProbeAsync(path, cancellationToken) is { AudioCodec: not null, DurationSeconds: > 0 and var seconds }
            ? new Recording(path, seconds)
            : throw new MediaException(MediaFailure.NotMedia, "it has no sound of a known length.");
    }

    private async Task<Footage> FootageAsync(string path, CancellationToken cancellationToken) =>
        await ffprobe.ProbeAsync(path, cancellationToken) is { Width: > 0 and <= MaxSide, Height: > 0 and <= MaxSide, DurationSeconds: > 0 } facts
            ? new Footage(path, facts.Width, facts.Height, facts.DurationSeconds, facts.AudioCodec is not null)
            : throw new MediaException(MediaFailure.NotMedia, $"it is not a video of a known length and at most {MaxSide} pixels on a side.");

    private async Task<string> BringAsync(string address, long maxBytes, TimeSpan timeout, string folder, CancellationToken cancellationToken)
    {
        if (IsOwn(address)) return FindOwn(address) ?? throw Gone();
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)) throw new FetchException(FetchFailure.Forbidden, "The address is not a URL.");
        var path = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        await using var file = File.Create(path);
        await http.FetchAsync(new FetchRequest(uri, maxBytes, timeout), file, cancellationToken);
        return path;
    }

    private static bool IsOwn(string address) =>
        address.StartsWith(Take, StringComparison.Ordinal) || address.StartsWith(Upload, StringComparison.Ordinal);

    private string? FindOwn(string address) =>
        !IsOwn(address) ? null
        : address.StartsWith(Take, StringComparison.Ordinal) ? address[Take.Length..].Split('/') switch
        {
            [var taskId, var name] => videos.Find(taskId, name),
            var parts => videos.Find(parts[0]),
        }
        : uploads.Find(address[Upload.Length..]);

    private static FetchException Gone() => new(FetchFailure.BadStatus, "The file is not there (any more).") { Status = 404 };
}
