using System.Runtime.InteropServices;
using Kinora.Core.Storage;

namespace Kinora.Core.Health;

/// <summary>How generations of each variant have fared in the last 24 hours, on all nodes: counted in memory, kept in the store.</summary>
internal sealed class OutcomeCounts(OutcomeStore store, TimeProvider time)
{
    private const int HoursTold = 24, HoursKept = 72;
    private readonly Lock _gate = new();
    private Dictionary<string, VariantOutcomes> _unsaved = [];
    private IReadOnlyDictionary<string, VariantOutcomes> _known = new Dictionary<string, VariantOutcomes>();

    /// <summary>Told after the counts changed.</summary>
    public event EventHandler? Changed;

    /// <summary>None while nothing was seen.</summary>
    public VariantOutcomes Of(string variantId) => Volatile.Read(ref _known).GetValueOrDefault(variantId, new(variantId, 0, 0));

    public void Add(string variantId, bool succeeded)
    {
        lock (_gate) Keep(new(variantId, succeeded ? 1 : 0, succeeded ? 0 : 1));
    }

    /// <summary>Writes down what was counted since the last time, and takes over what all nodes have counted.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, VariantOutcomes> unsaved;
        lock (_gate) (unsaved, _unsaved) = (_unsaved, []);
        var hour = time.GetUtcNow().ToUnixTimeSeconds() / 3600;
        try
        {
            if (unsaved.Count > 0) await store.AddAsync(hour, unsaved.Values, hour - HoursKept, cancellationToken);
        }
        catch
        {
            lock (_gate) foreach (var one in unsaved.Values) Keep(one);
            throw;
        }

        var known = (await store.ReadAsync(hour - HoursTold + 1, cancellationToken)).ToDictionary(one => one.VariantId);
        var before = Volatile.Read(ref _known);
        if (known.Count == before.Count && known.All(one => before.TryGetValue(one.Key, out var old) && old == one.Value)) return;
        Volatile.Write(ref _known, known);
        Changed?.Invoke(this, EventArgs.Empty);
    }

    private void Keep(VariantOutcomes more)
    {
        var old = _unsaved.GetValueOrDefault(more.VariantId);
        _unsaved[more.VariantId] = more with { Succeeded = more.Succeeded + old.Succeeded, Failed = more.Failed + old.Failed };
    }
}

/// <summary>How many generations of a variant were made, and how many failed through no fault of their users.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct VariantOutcomes(string VariantId, long Succeeded, long Failed)
{
    public long Takes => Succeeded + Failed;
}
