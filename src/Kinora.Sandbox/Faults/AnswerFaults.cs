using System.Text;
using Microsoft.AspNetCore.Http;

namespace Kinora.Sandbox.Faults;

/// <summary>Spoils answers after they were made: what goes wrong between KIE and its callers.</summary>
internal sealed class AnswerFaults
{
    private const string Page = """
        <!DOCTYPE html>
        <html><head><title>502 Bad Gateway</title></head>
        <body><center><h1>502 Bad Gateway</h1></center><hr><center>sandbox</center></body></html>

        """;

    private readonly AsyncLocal<Answer?> _current = new();

    /// <summary>Spoils the answer to the call that is being served.</summary>
    public void Spoil(AnswerFault fault)
    {
        if (_current.Value is { } answer) answer.Fault = fault;
    }

    /// <summary>Adds a header to the answer that says when to come again.</summary>
    public void ComeAgain()
    {
        if (_current.Value is { } answer) answer.RetryAfter = true;
    }

    /// <summary>The middleware: serves a call of KIE's API, and spoils its answer where that was asked for.</summary>
    public async Task ServeAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments("/api"))
        {
            await next(context);
            return;
        }

        var (answer, response) = (new Answer(), context.Response);
        _current.Value = answer;
        var (body, held) = (response.Body, new MemoryStream());
        response.Body = held;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = body;
        }

        if (answer.RetryAfter) response.Headers.RetryAfter = "1";
        var bytes = held.GetBuffer().AsMemory(0, (int)held.Length);
        switch (answer.Fault)
        {
            case AnswerFault.Lost:
                context.Abort();
                return;
            case AnswerFault.Truncated:
                bytes = bytes[..(bytes.Length / 2)];
                break;
            case AnswerFault.Html502:
                (response.StatusCode, response.ContentType) = (StatusCodes.Status502BadGateway, "text/html");
                bytes = Encoding.UTF8.GetBytes(Page);
                break;
        }

        if (answer.Fault is not null) response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private sealed class Answer
    {
        public AnswerFault? Fault { get; set; }
        public bool RetryAfter { get; set; }
    }
}
