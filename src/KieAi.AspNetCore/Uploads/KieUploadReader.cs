using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace KieAi.AspNetCore;

/// <summary>Reads a multipart upload. Its file may come before the fields that name it, so it is laid down on disk as it arrives.</summary>
internal static class KieUploadReader
{
    private const long LargestFile = 500 * 1024 * 1024;
    private const int LargestField = 1024;
    private const int MostSections = 16;

    /// <exception cref="KieRequestException">It is no multipart form, lacks a field, breaks off or is too large.</exception>
    public static async Task<KieUploadForm> ReadAsync(HttpContext context)
    {
        var cancellationToken = context.RequestAborted;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = LargestFile + (1024 * 1024);
        var reader = new MultipartReader(Boundary(context.Request), context.Request.Body) { BodyLengthLimit = LargestFile };
        Stream? file = null;
        try
        {
            string? folder = null, name = null, partName = null, contentType = null;
            for (var count = 0; await FromBody(reader.ReadNextSectionAsync(cancellationToken)) is { } section; count++)
            {
                if (count == MostSections) throw Unreadable("It has too many parts.");
                var disposition = section.GetContentDispositionHeader();
                switch (HeaderUtilities.RemoveQuotes(disposition?.Name ?? "").ToString())
                {
                    case "file" when file is null:
                        (partName, contentType) = (HeaderUtilities.RemoveQuotes(disposition!.FileName).ToString(), section.ContentType);
                        file = TemporaryFile.Create();
                        await CopyAsync(section.Body, file, cancellationToken);
                        break;
                    case "uploadPath": folder = await ReadFieldAsync(section, cancellationToken); break;
                    case "fileName": name = await ReadFieldAsync(section, cancellationToken); break;
                }
            }

            if (file is null) throw KieUploadForm.Missing("file");
            file.Position = 0;
            return new KieUploadForm(folder, string.IsNullOrWhiteSpace(name) ? partName : name, contentType, file);
        }
        catch when (file is not null)
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static string Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 70 } boundary
            ? boundary.ToString()
            : throw Unreadable("It must be multipart/form-data.");

    private static async Task CopyAsync(Stream from, Stream to, CancellationToken cancellationToken)
    {
        var chunk = new byte[64 * 1024];
        while (await FromBody(from.ReadAsync(chunk, cancellationToken).AsTask()) is > 0 and var read)
            await to.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
    }

    private static async Task<string> ReadFieldAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        var bytes = new byte[LargestField + 1];
        var length = await FromBody(section.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken).AsTask());
        return length <= LargestField ? Encoding.UTF8.GetString(bytes, 0, length) : throw Unreadable("A field is too long.");
    }

    // What goes wrong while reading the body is the sender's doing; a full disk is not.
    private static async Task<T> FromBody<T>(Task<T> reading)
    {
        try
        {
            return await reading;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw Unreadable(e.Message);
        }
    }

    private static KieRequestException Unreadable(string reason) => new(400, $"The upload cannot be read. {reason.Trim()}");
}
