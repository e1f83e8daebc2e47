using Kinora.Core.Generations;

namespace Kinora.Core.Tests.Generations;

public sealed class StoreUpdatesTests : IAsyncDisposable
{
    private readonly EngineFixture _engine = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_that_can_never_be_kept_ends_in_a_fault()
    {
        var accepted = await _engine.AcceptAsync();
        var fault = await Should.ThrowAsync<IOException>(() => _engine.Store.UpdateAsync(
            accepted.Id, current => new() { Generation = current with { Version = current.Version + 1 }, KeptFiles = ["swept"] }, Stop));
        fault.Message.ShouldContain(accepted.Id);
        (await _engine.FindAsync(accepted.Id)).Version.ShouldBe(1);
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();
}
