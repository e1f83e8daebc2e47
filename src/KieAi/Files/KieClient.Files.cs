using System.Net.Http.Headers;

namespace KieAi;

public sealed partial class KieClient
{
    /// <summary>Uploads a file in a stream, in constant memory. KIE keeps it for 3 days; the same path and name overwrite.</summary>
    /// <param name="content">Read once from where it stands to its end; stays open.</param>
    /// <param name="contentType">A media type, such as <c>image/png</c>.</param>
    /// <param name="uploadPath">A folder, such as <c>images/user</c>.</param>
    public async Task<KieUploadedFile> UploadAsync(
        Stream content, string fileName, string contentType, string uploadPath, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(uploadPath);
        using var file = new BorrowedStreamContent(content);
        file.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        using var path = new StringContent(uploadPath.Trim('/'));
        using var name = new StringContent(fileName);
        // The part is named neutrally: a user's file name has no place in a header, the field carries it. Fields go first, so that the host may stream.
        using var form = new MultipartFormDataContent { { path, "uploadPath" }, { name, "fileName" }, { file, "file", "file" } };
        return await _caller.CallAsync(Upload("files.stream", "/api/file-stream-upload"), form, Uploaded, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Uploads a small file as text, all of it in memory; KIE advises at most 10 MB. Otherwise as <see cref="UploadAsync"/>.</summary>
    public Task<KieUploadedFile> UploadBase64Async(KieBase64UploadRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return PostAsync(
            Upload("files.base64", "/api/file-base64-upload"), request with { UploadPath = request.UploadPath?.Trim('/') },
            KieRequestJsonContext.Default.KieBase64UploadRequest, Uploaded, cancellationToken);
    }

    /// <summary>
    /// Lets KIE fetch a file from an address that it can reach, within 30 s; KIE advises at most 100 MB. Otherwise as <see cref="UploadAsync"/>.
    /// </summary>
    public Task<KieUploadedFile> UploadFromUrlAsync(KieUrlUploadRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return PostAsync(
            Upload("files.url", "/api/file-url-upload"), request with { UploadPath = request.UploadPath?.Trim('/') },
            KieRequestJsonContext.Default.KieUrlUploadRequest, Uploaded, cancellationToken);
    }

    /// <summary>Makes a link to a file that KIE made; it holds for 20 minutes. For a foreign address KIE refuses with code 422.</summary>
    /// <remarks>KIE does not look whether the file is still there: after 14 days the link leads to nothing.</remarks>
    public async Task<Uri> GetDownloadUrlAsync(Uri url, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(url);
        return await PostAsync(
            Api("files.download-url", KieCallKind.Other, "/api/v1/common/download-url"), new KieDownloadUrlRequest { Url = url.OriginalString },
            KieRequestJsonContext.Default.KieDownloadUrlRequest, Link, cancellationToken).ConfigureAwait(false);

        static Uri Link(KieAnswer answer) => KieUrls.In(answer.Envelope, "data") is [var link]
            ? link
            : throw answer.Misshapen("KIE.ai answered without a download address.");
    }

    private KieCall Upload(string name, string path) => new(name, KieCallKind.Upload, _upload + path);

    private static KieUploadedFile Uploaded(KieAnswer answer)
    {
        var file = Read(answer, KieJsonContext.Default.KieUploadedFile);
        if (string.IsNullOrEmpty(file.DownloadUrl)) file = file with { DownloadUrl = file.FileUrl };
        return string.IsNullOrEmpty(file.DownloadUrl) ? throw answer.Misshapen("KIE.ai answered without a download address.") : file;
    }
}
