namespace Kinora.Server.Tests;

/// <summary>One server for the tests of a class that do not change what the others see.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    private TestServer? _server;

    /// <summary>With the owner's key unless another is given.</summary>
    public HttpClient CreateClient(string key = TestServer.Key) => _server!.CreateClient(key);

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
