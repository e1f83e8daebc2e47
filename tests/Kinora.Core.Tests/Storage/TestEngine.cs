namespace Kinora.Core.Tests.Storage;

/// <summary>An engine with a database of one test's own, whose clock stands still.</summary>
public abstract class TestEngine : IAsyncDisposable
{
    /// <summary>Called once. The caller disposes of the stores first, then of the engine.</summary>
    internal abstract Task<TestStores> StartAsync();

    internal abstract Task SetClockAsync(DateTimeOffset now);

    public abstract ValueTask DisposeAsync();
}
