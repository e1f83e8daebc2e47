using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace KieAi.AspNetCore;

/// <summary>One answer in KIE's envelope. The upload host adds <c>success</c>, and leaves <c>data</c> out of its refusals.</summary>
internal sealed record KieEnvelope(int Code, string Message, Action<Utf8JsonWriter>? WriteData, bool IsUpload, bool HasData)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The 401 of the API; it alone has no data.</summary>
    public static KieEnvelope NoAccess { get; } = new(401, "You do not have access permissions", null, IsUpload: false, HasData: false);

    /// <summary>The 401 of the call that reads a jobs task, which has words of its own.</summary>
    public static KieEnvelope Unauthorized { get; } = NoAccess with { Message = "Unauthorized" };

    /// <summary>The 401 of the upload host.</summary>
    public static KieEnvelope InvalidKey { get; } = new(401, "Authentication failed: Invalid API Key", null, IsUpload: true, HasData: false);

    /// <summary>A path that leads nowhere.</summary>
    public static KieEnvelope NotFound { get; } = new(404, "The page does not exist or is not published", null, IsUpload: false, HasData: true);

    public static KieEnvelope From<T>(KieReply<T> reply, Action<Utf8JsonWriter, T> write, bool isUpload = false)
    {
        if (!reply.IsSuccess) return new(reply.Code, reply.Message, null, isUpload, !isUpload);
        var value = reply.Value ?? throw new InvalidOperationException("The backend granted a call and answered nothing.");
        return new(reply.Code, reply.Message, writer => write(writer, value), isUpload, HasData: true);
    }

    public static KieEnvelope From<T>(KieReply<T> reply, JsonTypeInfo<T> type, bool isUpload = false) =>
        From(reply, (writer, value) => JsonSerializer.Serialize(writer, value, type), isUpload);

    /// <summary>With data that is one bare text.</summary>
    public static KieEnvelope FromText(KieReply<string> reply) => From(reply, (writer, text) => writer.WriteStringValue(text));

    /// <summary>With data that holds the id of a task.</summary>
    public static KieEnvelope FromTaskId(KieReply<string> reply) => From(reply, (writer, taskId) =>
    {
        writer.WriteStartObject();
        writer.WriteString("taskId", taskId);
        writer.WriteEndObject();
    });

    /// <summary>A refusal by the same host.</summary>
    public KieEnvelope Refuse(int code, string message) => new(code, message, null, IsUpload, !IsUpload);

    /// <summary>The same host's words for a fault of its own.</summary>
    public KieEnvelope ServerFault() =>
        Refuse(500, IsUpload ? "Internal server error" : "Server exception, please try again later or contact customer service");

    /// <summary>Written whole before the first byte leaves: an answer is never half one.</summary>
    public ReadOnlyMemory<byte> ToBytes()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options)) Write(writer);
        return buffer.WrittenMemory;
    }

    public Task WriteAsync(HttpContext context) => WriteAsync(context, ToBytes());

    public static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> envelope)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = envelope.Length;
        await context.Response.Body.WriteAsync(envelope, context.RequestAborted);
    }

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (IsUpload) writer.WriteBoolean("success", Code == 200);
        writer.WriteNumber("code", Code);
        writer.WriteString("msg", Message);
        if (HasData)
        {
            writer.WritePropertyName("data");
            if (WriteData is null) writer.WriteNullValue();
            else WriteData(writer);
        }

        writer.WriteEndObject();
    }
}
