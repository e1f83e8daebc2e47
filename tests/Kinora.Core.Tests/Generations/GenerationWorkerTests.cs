using System.Threading.Channels;
using Kinora.Core.Generations;
using Microsoft.Extensions.Logging;

namespace Kinora.Core.Tests.Generations;

public sealed class GenerationWorkerTests : IAsyncDisposable
{
    private static readonly TimeSpan BetweenRenewals = TimeSpan.FromSeconds(5);
    private readonly EngineFixture _engine = new();
    private readonly HeldStep _step = new();
    private readonly Channel<Exception> _faults = Channel.CreateUnbounded<Exception>();
    private readonly GenerationWorker _worker;

    public GenerationWorkerTests()
    {
        var engine = new KinoraEngine(_engine.Callbacks);
        engine.Start(null, null);
        _worker = new(GenerationStatus.Queued, "", _step, engine, _engine.Store, _engine.Signals, _engine.Clock, new FaultLog(_faults.Writer));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_renewal_that_fails_is_not_the_last_one()
    {
        await _engine.AcceptAsync();
        await _worker.StartAsync(Stop);
        await _step.NextAsync();
        using (_engine.Refuse("OLD.lease_owner = NEW.lease_owner"))
        {
            _engine.Clock.Advance(BetweenRenewals);
            await _faults.Reader.ReadAsync(Stop).AsTask().WaitAsync(TimeSpan.FromSeconds(20), Stop);
        }

        _engine.Clock.Advance(BetweenRenewals);
        await LeaseIsAsync(_engine.Clock.GetUtcNow().AddSeconds(15));
    }

    [Fact]
    public async Task A_second_step_that_a_callback_let_begin_keeps_its_lease_when_the_first_ends()
    {
        var accepted = await _engine.AcceptAsync();
        await _worker.StartAsync(Stop);
        var first = await _step.NextAsync();
        await _engine.Store.CommitAsync([accepted.CollectAgain([], [], Some.Now, Some.Now)], Stop);
        var second = await _step.NextAsync();
        first.SetResult();
        for (var renewals = 0; renewals < 3; renewals++)
        {
            _engine.Clock.Advance(BetweenRenewals);
            await LeaseIsAsync(_engine.Clock.GetUtcNow().AddSeconds(15));
        }

        second.SetResult();
    }

    [Fact]
    public async Task Disposing_waits_for_a_step_that_the_host_no_longer_waits_for()
    {
        await _engine.AcceptAsync();
        await _worker.StartAsync(Stop);
        var step = await _step.NextAsync();
        await _worker.StopAsync(new CancellationToken(canceled: true));
        var disposing = _worker.DisposeAsync().AsTask();
        await Soon.HoldsAsync(() => Task.FromResult(!_engine.Clock.IsAwaited));
        disposing.IsCompleted.ShouldBeFalse();
        step.SetResult();
        await disposing.WaitAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        _step.Release();
        await _worker.StopAsync(CancellationToken.None);
        await _worker.DisposeAsync();
        await _engine.DisposeAsync();
    }

    private Task LeaseIsAsync(DateTimeOffset until) =>
        Soon.HoldsAsync(async () => await _engine.Store.NextDueAsync(GenerationStatus.Queued, "", Stop) == until);

    private sealed class FaultLog(ChannelWriter<Exception> faults) : ILogger<GenerationWorker>
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is not null) faults.TryWrite(exception);
        }
    }
}
