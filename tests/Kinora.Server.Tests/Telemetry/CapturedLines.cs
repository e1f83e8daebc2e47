using System.Collections.Concurrent;
using Kinora.Server.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Kinora.Server.Tests.Telemetry;

/// <summary>What a server logs, in the lines that a formatter makes of it.</summary>
internal sealed class CapturedLines : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly ConsoleFormatter _formatter;
    private IExternalScopeProvider? _scopes;

    /// <param name="formatter">Null: that of JSON.</param>
    /// <param name="levels">Other levels than the usual.</param>
    public CapturedLines(ConsoleFormatter? formatter = null, Action<ILoggingBuilder>? levels = null)
    {
        _formatter = formatter ?? new JsonLogFormatter(TimeProvider.System);
        Factory = LoggerFactory.Create(logging =>
        {
            logging.AddProvider(this).SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning);
            levels?.Invoke(logging);
        });
    }

    public ILoggerFactory Factory { get; }
    public IReadOnlyList<string> All => [.. _lines];

    public ILogger CreateLogger(string categoryName) => new Lines(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose() { }

    private sealed class Lines(CapturedLines captured, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => captured._scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            using var line = new StringWriter();
            captured._formatter.Write(new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter), captured._scopes, line);
            captured._lines.Enqueue(line.ToString());
        }
    }
}
