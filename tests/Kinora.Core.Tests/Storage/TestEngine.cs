namespace Kinora.Core.Tests.Storage;

/// <summary>An engine with a database of one test's own, whose clock stands still.</summary>
public abstract class TestEngine : IAsyncDisposable
{
    /// <summary>Called once. The caller disposes of the stores first, then of the engine.</summary>
    internal abstract Task<TestStores> StartAsync();

    internal abstract Task SetClockAsync(DateTimeOffset now);

    /// <summary>How many commits wait for the end of another one at least.</summary>
    /// <param name="begun">How many were begun; where there is one writer, all behind the first do.</param>
    internal virtual Task<int> BlockedAsync(int begun) => Task.FromResult(begun - 1);

    public abstract ValueTask DisposeAsync();
}
