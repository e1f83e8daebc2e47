namespace Kinora.Server.Tests.Models;

/// <summary>One server for the tests of a class that only read.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    private TestServer? _server;

    public HttpClient CreateClient() => _server!.CreateClient();

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
