using System.Net;
using System.Text;

namespace Kinora.Client.Tests;

/// <summary>Answers one call and remembers it.</summary>
internal sealed class FakeServer(HttpStatusCode status, string body, string contentType = "application/json") : HttpMessageHandler
{
    public HttpRequestMessage? Asked { get; private set; }
    public string? AskedBody { get; private set; }

    public KinoraClient Client => new(new HttpClient(this) { BaseAddress = new("https://videos.example.com/") });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked = request;
        AskedBody = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        return new(status) { Content = new StringContent(body, Encoding.UTF8, contentType) };
    }
}
