using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Kinora.Server.Tests.Security;

/// <summary>Every way by which a request can name an address, over HTTP, against a port of this machine that must not be reached.</summary>
[Collection(EdgeServer.Collection)]
public sealed class HostileUrlTests : IDisposable
{
    private readonly EdgeServer _edge;
    private readonly TcpListener _inside = new(IPAddress.Loopback, 0);

    public HostileUrlTests(EdgeServer edge)
    {
        _edge = edge;
        _inside.Start();
    }

    public void Dispose() => _inside.Dispose();

    private static readonly string[] Addresses =
    [
        "https://127.0.0.1:{port}/a.png", "http://127.0.0.1:{port}/a.png", "https://2130706433:{port}/a.png", "https://0x7f.1:{port}/a.png", "https://[::ffff:127.0.0.1]:{port}/a.png",
        "https://localhost:{port}/a.png", "https://169.254.169.254/latest/meta-data/", "https://metadata.google.internal/", "https://u:p@127.0.0.1:{port}/a.png",
        "https://%31%32%37.0.0.1:{port}/a.png", "https://example.com\\@127.0.0.1:{port}/a.png", "https://example.com:0/a.png", "file:///etc/passwd", "/etc/passwd",
        "//127.0.0.1:{port}/a.png", "gopher://127.0.0.1:{port}/", "https://",
    ];

    /// <summary>What it is, the path, the body around the address, the status, and what the answer must say.</summary>
    [Theory]
    [InlineData("asset by address", "/api/assets", """{"url":"ADDRESS"}""", 400, "\"url\"")]
    [InlineData("first frame", "/api/generate/video", """{"model":"kling-2.6","prompt":"x","firstFrame":"ADDRESS"}""", 400, "\"firstFrame\"")]
    [InlineData("webhook of a request", "/api/generate/video", """{"model":"kling-2.6","prompt":"x","webhookUrl":"ADDRESS"}""", 400, "\"webhookUrl\"")]
    [InlineData("endpoint of webhooks", "/api/webhooks/endpoints", """{"url":"ADDRESS","events":["generation.succeeded"]}""", 400, "\"url\"")]
    [InlineData("reference of OpenAI's API", "/v1/videos", """{"model":"kling-2.6","prompt":"x","input_reference":{"image_url":"ADDRESS"}}""", 400, "\"error\":{")]
    [InlineData("upload in KIE's words", "/api/file-url-upload", """{"fileUrl":"ADDRESS","uploadPath":"a"}""", 200, "\"success\":false")]
    public async Task Address_that_leads_inside_is_refused_everywhere(string what, string path, string form, int status, string says)
    {
        using var client = _edge.Server.CreateClient();
        var before = await CountAsync(client);
        foreach (var address in Addresses.Select(one => one.Replace("{port}", $"{((IPEndPoint)_inside.LocalEndpoint).Port}")))
        {
            var (answered, body) = await client.PostAsync(path, form.Replace("\"ADDRESS\"", JsonValue.Create(address).ToJsonString()));
            ((int)answered).ShouldBe(status, $"{what} {address}: {body.ToJsonString()}");
            body.ToJsonString().ShouldContain(says, Case.Sensitive, $"{what} {address}");
            _inside.Pending().ShouldBeFalse($"{what} {address}");
        }

        (await CountAsync(client)).ShouldBe(before);
    }

    private static async Task<(int Generations, int Assets, int Endpoints)> CountAsync(HttpClient client) => (
        (await client.GetJsonAsync("/api/generations"))["items"]!.AsArray().Count, (await client.GetJsonAsync("/api/assets"))["items"]!.AsArray().Count,
        (await client.GetJsonAsync("/api/webhooks/endpoints"))["items"]!.AsArray().Count);
}
