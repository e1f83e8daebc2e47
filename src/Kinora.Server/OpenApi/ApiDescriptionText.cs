using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Kinora.Server.OpenApi;

/// <summary>The document as it is sent: made at the first request, because that takes a while, and the same from then on.</summary>
internal sealed class ApiDescriptionText([FromKeyedServices(ApiDescription.Document)] IOpenApiDocumentProvider documents)
{
    private readonly Lock _gate = new();
    private Task<byte[]>? _text;

    public Task<byte[]> ReadAsync()
    {
        lock (_gate) return _text is { IsFaulted: false } text ? text : _text = WriteAsync();
    }

    private async Task<byte[]> WriteAsync()
    {
        var document = await documents.GetOpenApiDocumentAsync(CancellationToken.None);
        using var text = new MemoryStream();
        await document.SerializeAsJsonAsync(text, OpenApiSpecVersion.OpenApi3_1, CancellationToken.None);
        return text.ToArray();
    }
}
