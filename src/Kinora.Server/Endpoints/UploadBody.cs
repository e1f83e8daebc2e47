using Kinora.Server.Wire;
using Microsoft.Net.Http.Headers;

namespace Kinora.Server.Endpoints;

/// <summary>Finds the file in an upload; marks its endpoint for the API's description.</summary>
internal sealed class UploadBody
{
    public static readonly UploadBody Instance = new();

    /// <summary>What raw bodies may be told to be; what they are is seen in them.</summary>
    public static readonly IReadOnlyList<string> Raw = ["image/*", "video/*", "audio/*", "application/octet-stream"];

    private static readonly MediaTypeHeaderValue[] RawTypes = [.. Raw.Select(type => MediaTypeHeaderValue.Parse(type))];

    /// <summary>The raw body of a file, which has no name, or the part <c>file</c> of a form; null when it is neither. Nothing is buffered.</summary>
    public static async Task<(Stream Content, string? Name)?> OpenAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)) return null;
        if (Array.Exists(RawTypes, type.IsSubsetOf)) return (request.Body, null);
        if (MultipartBody.Open(request) is not { } form) return null;
        while (await form.NextAsync(cancellationToken) is { } part)
        {
            if (part.Name == "file") return (part.Body, part.FileName);
        }

        return null;
    }
}
