using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Kinora.Core.Telemetry;
using Tag = System.Collections.Generic.KeyValuePair<string, object?>;

namespace Kinora.Server.Telemetry;

/// <summary>Counts for <c>/metrics</c> from its making on. Of what the framework measures only this server's own counts, not that of the sandbox beside it.</summary>
internal sealed class MetricCollector : IDisposable
{
    /// <summary>Not that of HTTP clients: hosts that users name would become labels. What matters of them Kinora measures itself.</summary>
    private static readonly string[] Meters = [KinoraTelemetry.Name, "KieAi", "Microsoft.AspNetCore.Hosting", "Npgsql", "System.Runtime"];

    private readonly ConcurrentDictionary<string, MetricFamily> _families = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();
    private readonly IMeterFactory _own;
    private readonly Lock _collecting = new();

    public MetricCollector(IMeterFactory own)
    {
        _own = own;
        _listener.InstrumentPublished = Publish;
        _listener.SetMeasurementEventCallback<double>((_, value, tags, family) => Record(value, tags, family));
        _listener.SetMeasurementEventCallback<float>((_, value, tags, family) => Record(value, tags, family));
        _listener.SetMeasurementEventCallback<decimal>((_, value, tags, family) => Record((double)value, tags, family));
        _listener.SetMeasurementEventCallback<long>((_, value, tags, family) => Record(value, tags, family));
        _listener.SetMeasurementEventCallback<int>((_, value, tags, family) => Record(value, tags, family));
        _listener.SetMeasurementEventCallback<short>((_, value, tags, family) => Record(value, tags, family));
        _listener.SetMeasurementEventCallback<byte>((_, value, tags, family) => Record(value, tags, family));
        _listener.Start();
    }

    /// <summary>Everything as it stands now.</summary>
    public string Collect()
    {
        lock (_collecting)
        {
            foreach (var family in _families.Values) family.Forget();
            _listener.RecordObservableInstruments();
            return PrometheusText.Write(_families.Values);
        }
    }

    public void Dispose() => _listener.Dispose();

    // Two instruments of one name are one to who reads them.
    private void Publish(Instrument instrument, MeterListener listener)
    {
        if (!Meters.Contains(instrument.Meter.Name, StringComparer.Ordinal) || instrument.Meter.Scope is { } scope && scope != _own) return;
        listener.EnableMeasurementEvents(instrument, _families.GetOrAdd(instrument.Name, _ => new(instrument)));
    }

    private static void Record(double value, ReadOnlySpan<Tag> tags, object? family) => ((MetricFamily)family!).Record(value, tags);
}
