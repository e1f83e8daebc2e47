using KieAi;
using KieAi.AspNetCore;
using Kinora.Core.Assets;
using Kinora.Core.Fetching;
using Kinora.Sandbox.Files;

namespace Kinora.Server.Kie;

/// <summary>Takes uploads as assets of the account, and gives links.</summary>
internal sealed class FileDesk(AssetLibrary library, FileLinks links)
{
    public Task<KieReply<KieUploadedFile>> StoreAsync(string accountId, string path, string fileName, Stream content, CancellationToken cancellationToken) =>
        TakeAsync(path, fileName, () => library.UploadAsync(accountId, content, fileName, cancellationToken));

    /// <param name="fileName">Null takes the name from the address.</param>
    public Task<KieReply<KieUploadedFile>> FetchAsync(string accountId, string path, string? fileName, Uri url, CancellationToken cancellationToken) =>
        TakeAsync(path, fileName ?? UploadName.Of(url), () => library.ImportAsync(accountId, url, cancellationToken));

    /// <summary>The link itself: it holds as long as the file is kept. Like KIE, it does not look whether the file is there.</summary>
    public KieReply<string> Link(string url) => links.Read(url) is null
        ? KieReply.Refused<string>(422, "The url is not a file of this service")
        : KieReply.Success(url);

    private async Task<KieReply<KieUploadedFile>> TakeAsync(string path, string fileName, Func<Task<Asset>> take)
    {
        try
        {
            var asset = await take();
            return KieReply.Success(new KieUploadedFile
            {
                FileName = fileName,
                FilePath = $"{path}/{fileName}",
                DownloadUrl = links.Of(asset, fileName),
                FileSize = asset.Bytes,
                MimeType = asset.Facts.ContentType,
                UploadedAt = asset.UsedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"),
            });
        }
        catch (AssetRefusedException refused)
        {
            return KieReply.Refused<KieUploadedFile>(400, refused.Message);
        }
        catch (FetchException failed)
        {
            return KieReply.Refused<KieUploadedFile>(400, $"Failed to download the file: {failed.Message}");
        }
    }
}
