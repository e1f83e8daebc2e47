using System.Collections.Concurrent;
using System.Net;

namespace Kinora.Server.Auth;

/// <summary>Counts calls by the minute, in this process. All callers' minutes begin at once, so that what is over is forgotten in one stroke.</summary>
/// <remarks>The framework's limiters neither take a <see cref="TimeProvider"/> nor tell how much is left and until when.</remarks>
/// <param name="limit">Calls of one caller in a minute.</param>
internal sealed class RateWindow(int limit, TimeProvider time)
{
    /// <summary>Those who come beyond share one count, so that a flood of addresses fills no memory.</summary>
    private const int MostCallers = 100_000;

    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);
    private readonly long _start = time.GetTimestamp();
    private Minute _minute = new(0, null);

    public int Limit => limit;

    /// <summary>Counts a call.</summary>
    /// <param name="address">Is remembered with the caller for <see cref="Knows"/>.</param>
    public RateReading Take(string caller, IPAddress? address)
    {
        var (minute, seconds) = Current();
        var count = minute.Of(caller);
        count.Address = address;
        return Reading(Interlocked.Increment(ref count.Calls), seconds);
    }

    /// <summary>Remembers a caller's address; counts nothing.</summary>
    public void Remember(string caller, IPAddress? address) => Current().Minute.Of(caller).Address = address;

    /// <summary>Whether a caller has no calls left this minute; counts nothing.</summary>
    public bool IsSpent(string caller) =>
        Current().Minute is var minute && (minute.Callers.GetValueOrDefault(caller) ?? (minute.IsFull ? minute.Others : null)) is { } count
            && Volatile.Read(ref count.Calls) >= limit;

    /// <summary>Whether a caller was counted with this address last, in this minute or the one before.</summary>
    public bool Knows(string caller, IPAddress? address)
    {
        var minute = Current().Minute;
        var count = minute.Callers.GetValueOrDefault(caller) ?? minute.Before?.Callers.GetValueOrDefault(caller);
        return count is not null && Equals(count.Address, address);
    }

    private RateReading Reading(long calls, int seconds) => new(limit, (int)Math.Max(0, limit - calls), seconds, calls <= limit);

    private (Minute Minute, int SecondsLeft) Current()
    {
        var elapsed = time.GetElapsedTime(_start);
        var number = elapsed.Ticks / Length.Ticks;
        var minute = Volatile.Read(ref _minute);
        while (minute.Number < number)
        {
            // Whoever loses finds the winner's.
            Interlocked.CompareExchange(ref _minute, new(number, minute.Number == number - 1 ? minute.Alone() : null), minute);
            minute = Volatile.Read(ref _minute);
        }

        return (minute, (int)Math.Ceiling((((number + 1) * Length) - elapsed).TotalSeconds));
    }

    private sealed class Minute(long number, Minute? before)
    {
        private int _callers;
        private Minute? _before = before;

        public long Number => number;

        public Minute? Before => _before;

        public ConcurrentDictionary<string, Count> Callers { get; } = new(StringComparer.Ordinal);

        public Count Others { get; } = new();

        public bool IsFull => Volatile.Read(ref _callers) >= MostCallers;

        public Count Of(string caller) => Callers.TryGetValue(caller, out var count) ? count : IsFull ? Others : Callers.GetOrAdd(caller, _ => New());

        /// <summary>Without the one before it, which nobody asks for any more.</summary>
        public Minute Alone()
        {
            _before = null;
            return this;
        }

        private Count New()
        {
            Interlocked.Increment(ref _callers);
            return new();
        }
    }

    private sealed class Count
    {
        public long Calls;

        public IPAddress? Address { get; set; }
    }
}
