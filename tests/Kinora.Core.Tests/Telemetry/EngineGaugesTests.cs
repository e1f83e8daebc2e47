using System.Diagnostics.Metrics;
using Kinora.Core.Generations;
using Kinora.Core.Health;
using Kinora.Core.Storage;
using Kinora.Core.Telemetry;
using Kinora.Core.Tests.Generations;
using Kinora.Core.Tests.Storage;
using Kinora.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kinora.Core.Tests.Telemetry;

public sealed class EngineGaugesTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-").FullName;
    private readonly FakeClock _clock = new(Some.Now);
    private readonly Meters _meters = new();
    private readonly Dictionary<string, double> _told = [];
    private readonly MeterListener _listener = new();
    private TestStores? _stores;
    private Readings? _database;
    private EngineGauges? _gauges;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _stores = TestStores.Sqlite(Path.Combine(_folder, "kinora.db"), _clock);
        _database = new(_stores.Database);
        _gauges = new(_meters, new BacklogStore(_database), new RouteHealth(_stores.Health, _clock, NullLogger<RouteHealth>.Instance), _clock);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        _meters.Dispose();
        await _stores!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Database_is_read_once_for_all_gauges_and_at_most_every_five_seconds_and_never_for_nobody()
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        _database!.Count.ShouldBe(0);
        Listen();
        await _gauges!.RefreshAsync(Stop);
        Collect().ShouldContainKey("kinora.credits.held");
        await _gauges.RefreshAsync(Stop);
        Collect();
        _database.Count.ShouldBe(1);
        _clock.Advance(TimeSpan.FromSeconds(6));
        await _gauges.RefreshAsync(Stop);
        _database.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_cannot_be_read_is_missing_and_what_is_known_is_told()
    {
        Listen();
        await _gauges!.RefreshAsync(Stop);
        _database!.IsAway = true;
        _clock.Advance(TimeSpan.FromSeconds(6));
        await _gauges.RefreshAsync(Stop);
        Collect().Keys.ShouldBe(["kinora.breakers"]);
    }

    private void Listen()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == _meters) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => _told[instrument.Name] = value);
        _listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => _told[instrument.Name] = value);
        _listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => _told[instrument.Name] = value);
        _listener.Start();
    }

    private Dictionary<string, double> Collect()
    {
        _told.Clear();
        _listener.RecordObservableInstruments();
        return _told;
    }

    private sealed class Meters : IMeterFactory
    {
        private readonly List<Meter> _made = [];

        public Meter Create(MeterOptions options)
        {
            var meter = new Meter(new MeterOptions(options.Name) { Scope = this });
            _made.Add(meter);
            return meter;
        }

        public void Dispose() => _made.ForEach(meter => meter.Dispose());
    }

    private sealed class Readings(ISqlDatabase database) : ISqlDatabase
    {
        public int Count { get; private set; }
        public bool IsAway { get; set; }
        public string SkipLocked => database.SkipLocked;
        public long Writes => database.Writes;

        public Task<T> ReadAsync<T>(Func<ISqlSession, Task<T>> work, CancellationToken cancellationToken)
        {
            Count++;
            return IsAway ? Task.FromException<T>(new IOException()) : database.ReadAsync(work, cancellationToken);
        }

        public Task<T> WriteAsync<T>(Func<ISqlTransaction, Task<T>> work, CancellationToken cancellationToken) => database.WriteAsync(work, cancellationToken);

        public Task<IReadOnlyList<CommitResult>> CommitAsync(IReadOnlyList<GenerationChange> changes, bool whole, CancellationToken cancellationToken) =>
            database.CommitAsync(changes, whole, cancellationToken);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
