using KieAi;
using KieAi.AspNetCore;
using Kinora.Core.Fetching;
using Microsoft.AspNetCore.StaticFiles;

namespace Kinora.Sandbox.Files;

/// <summary>Takes uploads and gives links.</summary>
internal sealed class FileDesk(UploadFolder uploads, SandboxAddresses addresses, LinkGate links, GuardedHttp http, TimeProvider clock)
{
    private const long LargestFetch = 100 * 1024 * 1024;

    private static readonly FileExtensionContentTypeProvider Types = new();

    private static readonly TimeSpan FetchWithin = TimeSpan.FromSeconds(30);

    public Task<KieReply<KieUploadedFile>> StoreAsync(
        string path, string fileName, string? contentType, Stream content, CancellationToken cancellationToken) =>
        StoreAsync(path, fileName, contentType, file => content.CopyToAsync(file, cancellationToken));

    /// <param name="fileName">Null takes the name from the address.</param>
    public async Task<KieReply<KieUploadedFile>> FetchAsync(string path, string? fileName, Uri url, CancellationToken cancellationToken)
    {
        try
        {
            return await StoreAsync(
                path, fileName ?? UploadName.Of(url), null, file => http.FetchAsync(new FetchRequest(url, LargestFetch, FetchWithin), file, cancellationToken));
        }
        catch (FetchException e)
        {
            return KieReply.Refused<KieUploadedFile>(400, $"Failed to download the file: {e.Message}");
        }
    }

    /// <summary>A link to an own file that is good for 20 minutes. Like KIE, it does not look whether the file is there.</summary>
    public KieReply<string> Link(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && addresses.IsFile(url)
        ? KieReply.Success(links.Link(address))
        : KieReply.Refused<string>(422, "The url is not a file of this service");

    private async Task<KieReply<KieUploadedFile>> StoreAsync(string path, string fileName, string? contentType, Func<Stream, Task> write)
    {
        var whole = $"{path}/{fileName}";
        if (await uploads.StoreAsync(whole, write) is not { } length) return KieReply.Refused<KieUploadedFile>(400, "Invalid parameter: uploadPath");
        return KieReply.Success(new KieUploadedFile
        {
            FileName = fileName,
            FilePath = whole,
            DownloadUrl = addresses.Upload(whole),
            FileSize = length,
            MimeType = contentType ?? (Types.TryGetContentType(fileName, out var known) ? known : "application/octet-stream"),
            UploadedAt = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"),
        });
    }
}
