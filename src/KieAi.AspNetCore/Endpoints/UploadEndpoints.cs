using Microsoft.AspNetCore.Http;

namespace KieAi.AspNetCore.Endpoints;

/// <summary>The upload host.</summary>
internal static class UploadEndpoints
{
    public static void Map(KieRoutes routes)
    {
        routes.Upload("/api/file-stream-upload", (context, account) => StoreAsync(context, account, KieUploadReader.ReadAsync));
        routes.Upload("/api/file-base64-upload", (context, account) => StoreAsync(context, account, KieBase64Reader.ReadAsync));
        routes.Upload("/api/file-url-upload", FetchAsync);
    }

    private static async Task<KieEnvelope> StoreAsync(HttpContext context, IKieAccount account, Func<HttpContext, Task<KieUploadForm>> read)
    {
        await using var form = await read(context);
        return Envelope(await account.UploadAsync(form.Path, form.FileName, form.ContentType, form.Content, context.RequestAborted));
    }

    private static async Task<KieEnvelope> FetchAsync(HttpContext context, IKieAccount account)
    {
        var request = await KieRequestBody.ReadAsync(context, KieUploadForm.ByUrl);
        if (string.IsNullOrWhiteSpace(request.FileUrl)) throw KieUploadForm.Missing("fileUrl");
        if (!Uri.TryCreate(request.FileUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw KieUploadForm.Invalid("fileUrl");
        var (path, fileName) = (KieUploadForm.Folder(request.UploadPath), KieUploadForm.Name(request.FileName));
        return Envelope(await account.UploadFromUrlAsync(path, fileName, url, context.RequestAborted));
    }

    private static KieEnvelope Envelope(KieReply<KieUploadedFile> reply)
    {
        var named = reply is { IsSuccess: true, Message: "success" } ? reply with { Message = "File uploaded successfully" } : reply;
        return KieEnvelope.From(named, KieJsonContext.Default.KieUploadedFile, isUpload: true);
    }
}
