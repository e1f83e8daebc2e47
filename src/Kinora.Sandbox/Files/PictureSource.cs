using Kinora.Core.Fetching;
using Kinora.Core.Media;
using Kinora.Sandbox.Rendering;

namespace Kinora.Sandbox.Files;

/// <summary>Brings the pictures that a task names: own uploads from their folder, others from outside.</summary>
internal sealed class PictureSource(UploadFolder uploads, SandboxAddresses addresses, GuardedHttp http)
{
    /// <summary>Marks a picture of a task as an own upload, whatever address the sandbox has when it comes to rendering.</summary>
    private const string Own = "upload:";

    private const int MaxSide = 8192;
    private const long MaxBytes = 30 * 1024 * 1024;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <summary>How a task should remember an address.</summary>
    public string? Remember(string? address) => address is not null && addresses.UploadPath(address) is { } path ? Own + path : address;

    /// <param name="folder">Where what is fetched is kept, until the caller deletes it.</param>
    /// <exception cref="FetchException">It may not or cannot be fetched.</exception>
    /// <exception cref="MediaException">It is not a picture.</exception>
    public async Task<Picture> BringAsync(string picture, string folder, CancellationToken cancellationToken)
    {
        var path = picture.StartsWith(Own, StringComparison.Ordinal)
            ? uploads.Find(picture[Own.Length..]) ?? throw new FetchException(FetchFailure.BadStatus, "The upload is not there (any more).") { Status = 404 }
            : await FetchAsync(picture, folder, cancellationToken);

        await using var file = File.OpenRead(path);
        return PictureHeader.Read(file) is { Width: <= MaxSide, Height: <= MaxSide } header
            ? new Picture(path, header.ContentType, header.Width, header.Height)
            : throw new MediaException(MediaFailure.NotMedia, $"it is not a PNG, JPEG or WebP picture of at most {MaxSide} pixels on a side.");
    }

    private async Task<string> FetchAsync(string address, string folder, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)) throw new FetchException(FetchFailure.Forbidden, "The address is not a URL.");
        var path = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        await using var file = File.Create(path);
        await http.FetchAsync(new FetchRequest(uri, MaxBytes, Timeout), file, cancellationToken);
        return path;
    }
}
