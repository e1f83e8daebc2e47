using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Kinora.Server.Endpoints;

/// <summary>Finds the file in an upload; marks its endpoint for the API's description.</summary>
internal sealed class UploadBody
{
    public static readonly UploadBody Instance = new();

    /// <summary>What raw bodies may be told to be; what they are is seen in them.</summary>
    public static readonly IReadOnlyList<string> Raw = ["image/*", "video/*", "audio/*", "application/octet-stream"];

    private static readonly MediaTypeHeaderValue[] RawTypes = [.. Raw.Select(type => MediaTypeHeaderValue.Parse(type))];

    /// <summary>The raw body of a file, or the part <c>file</c> of a form; null when it is neither. Nothing is buffered.</summary>
    public static async Task<Stream?> OpenAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)) return null;
        if (Array.Exists(RawTypes, type.IsSubsetOf)) return request.Body;
        if (!type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)) return null;
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > 70) return null;
        var reader = new MultipartReader(boundary, request.Body);
        while (await NextAsync(reader, cancellationToken) is { } part)
        {
            if (part.GetContentDispositionHeader() is { } disposition && HeaderUtilities.RemoveQuotes(disposition.Name) == "file") return part.Body;
        }

        return null;
    }

    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The multipart body is broken.", e);
        }
    }
}
