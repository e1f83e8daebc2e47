using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace KieAi.AspNetCore;

/// <summary>Reads a JSON upload, whose base64 is decoded onto disk as it arrives.</summary>
internal static class KieBase64Reader
{
    private const string DataField = "base64Data";
    private const int LargestRest = 16 * 1024;

    // Base64 with room for line breaks and for slashes that are escaped.
    private const long LargestBody = (Base64Sink.Largest / 3 * 4 * 11L / 10) + LargestRest;
    private static readonly KieRequestForm<KieBase64UploadRequest> Form = new(KieRequestJsonContext.Default.KieBase64UploadRequest) { FaultCode = 400 };

    /// <exception cref="KieRequestException">It is no JSON, lacks a field, breaks off, is no base64 or too large.</exception>
    public static async Task<KieUploadForm> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null; // Counted below: Kestrel would cut the sender off.
        var file = TemporaryFile.Create();
        try
        {
            var sink = new Base64Sink(file);
            var cutter = new LongTextCutter(DataField, sink.Write, LargestRest);
            await CopyAsync(context, cutter);
            var body = KieRequestBody.Parse(cutter.Rest);
            var request = Form.Read(body);
            if (!cutter.Found || sink.IsEmpty) throw KieUploadForm.Missing(DataField);
            sink.End();
            file.Position = 0;
            return new KieUploadForm(request.UploadPath, KieUploadForm.Name(request.FileName) ?? UniqueName(sink.ContentType), sink.ContentType, file);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static async Task CopyAsync(HttpContext context, LongTextCutter cutter)
    {
        var chunk = new byte[64 * 1024];
        var total = 0L;
        try
        {
            while (await context.Request.Body.ReadAsync(chunk, context.RequestAborted) is > 0 and var read)
            {
                if ((total += read) > LargestBody) throw Base64Sink.TooLarge();
                cutter.Write(chunk.AsSpan(0, read));
            }
        }
        catch (BadHttpRequestException)
        {
            throw KieRequestBody.Malformed();
        }
    }

    // Files without a name must not overwrite each other.
    private static string UniqueName(string? contentType)
    {
        var kind = contentType?[(contentType.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var extension = kind is { Length: > 0 and <= 5 } && kind.All(char.IsAsciiLetterOrDigit) ? "." + kind.ToLowerInvariant() : "";
        return Guid.NewGuid().ToString("N") + extension;
    }
}
