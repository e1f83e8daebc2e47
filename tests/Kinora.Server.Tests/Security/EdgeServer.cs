using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using Kinora.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kinora.Server.Tests.Security;

/// <summary>One server with pages for the tests that go through all of its endpoints, and the list of these.</summary>
[CollectionDefinition(Collection)]
public sealed class EdgeServer : IAsyncLifetime, ICollectionFixture<EdgeServer>
{
    public const string Collection = "edge";
    private readonly string _studio = Directory.CreateTempSubdirectory("kinora-studio-").FullName;
    private TestServer? _server;

    internal TestServer Server => _server!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Every endpoint with each method that it answers; those that answer all are tried with POST and GET.</summary>
    internal IEnumerable<(string Method, string Path, RouteEndpoint Endpoint)> Endpoints =>
        from endpoint in Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET", "POST"]
        select (method, PathOf(endpoint), endpoint);

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(_studio, "docs"));
        File.Copy(Repository.Path("studio", "index.html"), Path.Combine(_studio, "index.html"));
        File.Copy(Repository.Path("studio", "public", "docs", "api.html"), Path.Combine(_studio, "docs", "api.html"));
        _server = await TestServer.StartAsync(options => options with { StudioFolder = _studio });
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        Directory.Delete(_studio, recursive: true);
    }

    /// <summary>The cookie of the owner, as a header.</summary>
    internal async Task<string> SignInAsync()
    {
        using var client = Server.CreateClient(key: null);
        using var answer = await client.PostAsJsonAsync("/api/sessions", new { key = TestServer.Key }, Stop);
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    /// <summary>Sends the head of a request alone, and answers what comes back.</summary>
    internal async Task<string> SendHeadAsync(string method, string path, params string[] headers)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Server.Local.Host, Server.Local.Port, Stop);
        await using var stream = client.GetStream();
        var head = string.Join("\r\n", [$"{method} {path} HTTP/1.1", $"Host: {Server.Local.Authority}", $"Authorization: Bearer {TestServer.Key}", .. headers, "Connection: close", "", ""]);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), Stop);
        // The server reads on for a while, for callers that are still sending: its answer is there before the end of the connection.
        var (answer, buffer) = (new StringBuilder(), new byte[16 * 1024]);
        while (!IsWhole(answer.ToString()) && await stream.ReadAsync(buffer, Stop) is > 0 and var read) answer.Append(Encoding.UTF8.GetString(buffer, 0, read));
        return answer.ToString();
    }

    private static bool IsWhole(string answer)
    {
        if (answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) is not (> 0 and var end)) return false;
        var length = answer[..end].Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase));
        return length is null ? answer.EndsWith("0\r\n\r\n", StringComparison.Ordinal) : Encoding.UTF8.GetByteCount(answer) >= end + 4 + int.Parse(length.Split(' ')[1]);
    }

    private static string PathOf(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(
        segment => string.Concat(segment.Parts.Select(part => part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : "1"))));
}
