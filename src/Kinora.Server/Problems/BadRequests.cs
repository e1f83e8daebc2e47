using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kinora.Client;
using Kinora.Server.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Kinora.Server.Problems;

/// <summary>Says in the API's own words what the framework could not read.</summary>
internal static partial class BadRequests
{
    public static async Task<ProblemResult> ToProblemAsync(BadHttpRequestException bad, HttpContext context)
    {
        if (bad.StatusCode == StatusCodes.Status415UnsupportedMediaType)
            return ProblemResult.Of(415, ProblemCodes.UnsupportedMedia, "Send the body with Content-Type: application/json.");
        if (bad.StatusCode != StatusCodes.Status400BadRequest) return ProblemResult.OfStatus(bad.StatusCode);
        if (Parameter().Match(bad.Message) is { Success: true } match)
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(match.Groups["name"].Value);
            return ProblemResult.Invalid(new FieldProblem(name, $"{name} cannot be read.", JsonValue.Create(match.Groups["value"].Value), null));
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is { } type && context.Features.Get<BoundedBody>() is { } body)
        {
            var json = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
            return JsonFaults.ToProblem(await body.WholeAsync(context.RequestAborted), json.GetTypeInfo(type), (bad.InnerException as JsonException)?.Path);
        }

        return ProblemResult.Of(400, ProblemCodes.InvalidInput, "The request cannot be read.");
    }

    // The framework names the parameter only in its message: Failed to bind parameter "Nullable<int> limit" from "x".
    [GeneratedRegex("^Failed to bind parameter \"[^\"]* (?<name>[^\" ]+)\" from \"(?<value>[^\"]{0,100})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();
}
