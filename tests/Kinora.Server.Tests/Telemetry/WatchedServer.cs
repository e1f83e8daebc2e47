using Kinora.Server.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kinora.Server.Tests.Telemetry;

/// <summary>One server for what looks at it from outside. Its database can be taken away from whoever asks whether it is ready.</summary>
public sealed class WatchedServer : IAsyncLifetime
{
    private TestServer? _server;

    internal TestServer Server => _server!;

    /// <summary>What asking the database comes to.</summary>
    public Func<Task> Database { get; set; } = () => Task.CompletedTask;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync(configure: services => services.AddSingleton(provider => new Readiness(
        provider.GetRequiredService<Core.KinoraEngine>(), provider.GetRequiredService<IHostApplicationLifetime>(), _ => Database(), TimeProvider.System)));

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
