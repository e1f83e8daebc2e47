using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Kinora.Server.Problems;

/// <summary>Refuses JSON in another charset than UTF-8 before the framework fails on it.</summary>
internal static class JsonCharset
{
    public static Task Check(HttpContext context, RequestDelegate next) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is null || IsUtf8(context.Request.ContentType)
            ? next(context)
            : ProblemResult.Of(415, ProblemCodes.UnsupportedMedia, "Send the JSON as UTF-8; it needs no charset.").ExecuteAsync(context);

    // A content type that cannot be read is the framework's to refuse.
    private static bool IsUtf8(string? contentType) =>
        !MediaTypeHeaderValue.TryParse(contentType, out var type) || !type.Charset.HasValue
        || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
