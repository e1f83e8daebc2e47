using System.Net.Http.Headers;

namespace Kinora.Core.Providers.Http;

/// <summary>Writes multipart forms as browsers do, with everything in quotes but the boundary: what servers of all kinds understand.</summary>
internal static class FormParts
{
    public static MultipartFormDataContent Form()
    {
        var boundary = Guid.NewGuid().ToString("N");
        var form = new MultipartFormDataContent(boundary);
        form.Headers.ContentType!.Parameters.Single(parameter => parameter.Name == "boundary").Value = boundary;
        return form;
    }

    public static void AddText(this MultipartFormDataContent form, string name, string value)
    {
        var part = new StringContent(value);
        part.Headers.ContentType = null;
        part.Headers.ContentDisposition = Disposition(name, fileName: null);
        form.Add(part);
    }

    /// <param name="content">Disposed of with the form.</param>
    public static void AddFile(this MultipartFormDataContent form, string name, string fileName, string contentType, Stream content)
    {
        var part = new StreamContent(content);
        part.Headers.ContentType = MediaTypeHeaderValue.TryParse(contentType, out var type) ? type : new("application/octet-stream");
        part.Headers.ContentDisposition = Disposition(name, fileName);
        form.Add(part);
    }

    private static ContentDispositionHeaderValue Disposition(string name, string? fileName) =>
        new("form-data") { Name = Quoted(name), FileName = fileName is null ? null : Quoted(fileName) };

    private static string Quoted(string text) => '"' + string.Concat(text.Select(letter => letter is '"' or '\\' || char.IsControl(letter) ? '_' : letter)) + '"';
}
