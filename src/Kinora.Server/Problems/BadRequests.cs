using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kinora.Client;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Kinora.Server.Problems;

/// <summary>Says in the API's own words what the framework could not read.</summary>
internal static partial class BadRequests
{
    public static ProblemResult ToProblem(BadHttpRequestException bad, HttpContext context) => bad switch
    {
        { StatusCode: 413 } => ProblemResult.Of(413, ProblemCodes.TooLarge),
        { StatusCode: 415 } => ProblemResult.Of(415, ProblemCodes.UnsupportedMedia, "Send the body with Content-Type: application/json."),
        { InnerException: JsonException json } => JsonFaults.ToProblem(json, context),
        _ => Parameter().Match(bad.Message) is { Success: true } match
            ? ProblemResult.Invalid(new FieldProblem(match.Groups["name"].Value, $"{match.Groups["name"].Value} cannot be read.", JsonValue.Create(match.Groups["value"].Value), null))
            : ProblemResult.Of(400, ProblemCodes.InvalidInput, "The request cannot be read."),
    };

    // The framework names the parameter only in its message: Failed to bind parameter "Nullable<int> limit" from "x".
    [GeneratedRegex("^Failed to bind parameter \"[^\"]* (?<name>[^\" ]+)\" from \"(?<value>.{0,100})", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Parameter();
}
