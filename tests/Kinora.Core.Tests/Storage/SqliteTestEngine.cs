using Kinora.Core.Tests.Generations;
using Kinora.Testing;

namespace Kinora.Core.Tests.Storage;

internal sealed class SqliteTestEngine : TestEngine
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-").FullName;
    private readonly FakeClock _clock = new(Some.Now);

    internal override Task<TestStores> StartAsync() => Task.FromResult(TestStores.Sqlite(Path.Combine(_folder, "kinora.db"), _clock));

    internal override Task SetClockAsync(DateTimeOffset now)
    {
        _clock.Advance(now - _clock.GetUtcNow());
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
