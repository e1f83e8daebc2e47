namespace Kinora.Server.Hosting;

/// <summary>The sandbox inside this process, spoken to over HTTP exactly as KIE.ai is.</summary>
internal sealed class SandboxHost : IAsyncDisposable
{
    public required Uri Url { get; init; }

    public static Task<SandboxHost> StartAsync(KinoraOptions options, CancellationToken cancellationToken) =>
        throw new StartException("The sandbox is not part of this build yet; set KIE_API_KEY.");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
