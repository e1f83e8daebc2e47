using System.Text.Json;
using System.Text.Json.Nodes;
using Kinora.Client;
using Microsoft.AspNetCore.Http;

namespace Kinora.Server.Problems;

/// <summary>Says what is wrong with a JSON body: where it breaks, or which field does not fit.</summary>
internal static class JsonFaults
{
    public static ProblemResult ToProblem(JsonException json, HttpContext context) =>
        ProblemResult.Of(400, ProblemCodes.InvalidJson, json.Message);
}
