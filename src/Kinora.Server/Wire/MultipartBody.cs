using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Kinora.Server.Wire;

/// <summary>The parts of a form, one after the other. Nothing is buffered.</summary>
internal sealed class MultipartBody
{
    private const int LongestBoundary = 70;
    private readonly MultipartReader _reader;

    private MultipartBody(MultipartReader reader) => _reader = reader;

    /// <summary>Null when the body is no form.</summary>
    public static MultipartBody? Open(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)) return null;
        if (!type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)) return null;
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        return string.IsNullOrEmpty(boundary) || boundary.Length > LongestBoundary ? null : new(new(boundary, request.Body));
    }

    /// <summary>The next part; null after the last one.</summary>
    /// <exception cref="BadHttpRequestException">The form is broken.</exception>
    public async Task<FormPart?> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await _reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (section.GetContentDispositionHeader() is not { } disposition) continue;
                var file = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
                return new(HeaderUtilities.RemoveQuotes(disposition.Name).ToString(), HeaderUtilities.RemoveQuotes(file).Value, new FormPartStream(section.Body));
            }

            return null;
        }
        catch (Exception e) when (IsBroken(e))
        {
            throw Broken(e);
        }
    }

    /// <summary>Whether reading a form ended so because of what the form is.</summary>
    public static bool IsBroken(Exception fault) => fault is InvalidDataException or IOException and not BadHttpRequestException;

    public static BadHttpRequestException Broken(Exception fault) => new("The multipart body is broken.", fault);
}

/// <param name="FileName">What the file is called; null for a part that is none.</param>
internal readonly record struct FormPart(string Name, string? FileName, Stream Body);
