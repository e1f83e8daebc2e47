using Microsoft.Extensions.Logging;

namespace Kinora.Core.Tests.Storage;

/// <summary>Keeps what is logged.</summary>
internal sealed class CapturedLog<T> : ILogger<T>
{
    private readonly List<string> _lines = [];

    /// <summary>Completes when a line holds the words.</summary>
    public Task UntilAsync(string words, CancellationToken cancellationToken) => Generations.Soon.HoldsAsync(() =>
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lines) return Task.FromResult(_lines.Any(line => line.Contains(words, StringComparison.Ordinal)));
    });

    /// <summary>How many lines hold the words.</summary>
    public int Count(string words)
    {
        lock (_lines) return _lines.Count(line => line.Contains(words, StringComparison.Ordinal));
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lines) _lines.Add(formatter(state, exception));
    }
}
