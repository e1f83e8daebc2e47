using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kinora.Client;
using Kinora.Server.Hosting;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Kinora.Server.Problems;

/// <summary>Says in the API's own words what the framework could not read.</summary>
internal static class BadRequests
{
    public static async Task<ProblemResult> ToProblemAsync(BadHttpRequestException bad, HttpContext context)
    {
        if (bad.StatusCode == StatusCodes.Status415UnsupportedMediaType)
            return ProblemResult.Of(415, ProblemCodes.UnsupportedMedia, "Send the body with Content-Type: application/json.");
        if (bad.StatusCode != StatusCodes.Status400BadRequest) return ProblemResult.OfStatus(bad.StatusCode);
        if (context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is { } type && context.Features.Get<BoundedBody>() is { } body)
        {
            var json = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
            return JsonFaults.ToProblem(await body.WholeAsync(context.RequestAborted), json.GetTypeInfo(type), (bad.InnerException as JsonException)?.Path);
        }

        return ProblemResult.Of(400, ProblemCodes.InvalidInput, "The request cannot be read.");
    }

    /// <summary>A refusal without a word is the framework's for a number in the query that is none; which one it was, it does not say.</summary>
    public static ProblemResult OfBare(HttpContext context)
    {
        if (context.Response.StatusCode != StatusCodes.Status400BadRequest) return ProblemResult.OfStatus(context.Response.StatusCode);
        var parameters = context.GetEndpoint()?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>() ?? [];
        var faults = parameters.Where(parameter => parameter.HasTryParse).Select(parameter => Fault(parameter, context.Request.Query)).OfType<FieldProblem>().ToArray();
        return faults.Length > 0 ? ProblemResult.Invalid(faults) : ProblemResult.OfStatus(StatusCodes.Status400BadRequest);
    }

    private static FieldProblem? Fault(IParameterBindingMetadata parameter, IQueryCollection query)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name);
        var text = query[name].ToString();
        var type = parameter.ParameterInfo.ParameterType;
        var isRead = text.Length == 0
            || (type == typeof(int?) ? int.TryParse(text, CultureInfo.InvariantCulture, out _) : long.TryParse(text, CultureInfo.InvariantCulture, out _));
        return isRead ? null : new FieldProblem(name, $"{name} must be a whole number.", JsonValue.Create(text[..Math.Min(text.Length, 100)]), null);
    }
}
