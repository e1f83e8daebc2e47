using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Kinora.Server.Hosting;

/// <summary>One JSON object a line: what the text says, each value of the message under its own name, and the ids of generation and trace.</summary>
internal sealed class JsonLogFormatter(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "kinora-json";
    private const string Template = "{OriginalFormat}";
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, Readable))
        {
            json.WriteStartObject();
            json.WriteString("time", time.GetUtcNow());
            json.WriteString("level", logEntry.LogLevel.ToString().ToLowerInvariant());
            json.WriteString("category", logEntry.Category);
            json.WriteNumber("event", logEntry.EventId.Id);
            json.WriteString("message", MaskedAddresses.Mask(logEntry.Formatter(logEntry.State, logEntry.Exception)));
            foreach (var (name, value) in LogScope.Ids(scopeProvider)) json.WriteString(name, value);
            if (logEntry.State is IReadOnlyList<KeyValuePair<string, object?>> { Count: > 1 } values) WriteValues(json, values);
            if (logEntry.Exception is { } fault) json.WriteString("exception", MaskedAddresses.Mask(fault.ToString()));
            json.WriteEndObject();
        }

        textWriter.Write(Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length) + "\n");
    }

    private static void WriteValues(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, object?>> values)
    {
        json.WriteStartObject("values");
        foreach (var (name, value) in values.Where(value => value.Key is not Template).DistinctBy(value => value.Key))
            json.WriteString(name, value?.ToString() is { } text ? MaskedAddresses.Mask(text) : null);
        json.WriteEndObject();
    }
}
