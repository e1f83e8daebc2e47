using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Kinora.Testing.Providers;

/// <summary>Writes JSON as an answer.</summary>
public static class JsonAnswers
{
    public static Task WriteAsync(HttpContext context, JsonNode body, int status = 200) => WriteAsync(context, body.ToJsonString(), status);

    public static async Task WriteAsync(HttpContext context, string body, int status)
    {
        (context.Response.StatusCode, context.Response.ContentType) = (status, "application/json");
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body));
    }
}
