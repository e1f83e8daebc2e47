using System.Globalization;
using Kinora.Server.Problems;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace Kinora.Server.OpenApi;

/// <summary>The errors that come before and around handlers, beside those that endpoints declare, and an example of each kind.</summary>
internal static class ErrorAnswers
{
    public static void AddErrors(this OpenApiDocument document)
    {
        foreach (var path in document.Paths.Values)
        {
            foreach (var (method, operation) in path.Operations ?? [])
            {
                var answers = operation.Responses ??= [];
                foreach (var status in Around(operation).Where(status => !answers.ContainsKey(status))) answers[status] = Problem(document, status);
                foreach (var (status, answer) in answers.Where(answer => answer.Key[0] is '4' or '5'))
                {
                    if (answer.Content?.TryGetValue(ProblemResult.ContentType, out var body) is true)
                        Examples.Add(document, body, Codes(status, method, operation));
                }

                var sorted = answers.OrderBy(answer => answer.Key, StringComparer.Ordinal).ToArray();
                answers.Clear();
                foreach (var (status, answer) in sorted) answers[status] = answer;
            }
        }
    }

    /// <summary>Limits of bodies, what a key may not do, the proof that a change with a cookie comes from the studio, limits of rates, and storage that is away.</summary>
    private static IEnumerable<string> Around(OpenApiOperation operation)
    {
        if (operation.RequestBody is not null) foreach (var status in (string[])["400", "413", "415"]) yield return status;
        if (operation.Security is { Count: > 0 }) yield return "403";
        if (IsOf(operation, "Operations") && operation.OperationId != "getMetrics") yield break;
        if (!IsOf(operation, "Provider callbacks")) yield return "429";
        yield return "503";
    }

    private static OpenApiResponse Problem(OpenApiDocument document, string status) => new()
    {
        Description = ReasonPhrases.GetReasonPhrase(int.Parse(status, CultureInfo.InvariantCulture)),
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [ProblemResult.ContentType] = new() { Schema = new OpenApiSchemaReference(nameof(Kinora.Client.Problem), document) },
        },
    };

    private static bool IsOf(OpenApiOperation operation, string tag) => operation.Tags?.Any(one => one.Reference.Id == tag) is true;

    private static bool MakesKeys(OpenApiOperation operation) => operation.OperationId is
        "addKey" or "changeKey" or "deleteKey" or "addAccount" or "addSignInLink" or "setPassword" or
        "endSession" or "endOtherSessions" or "linkIdentity" or "unlinkIdentity";

    private static string[] Codes(string status, HttpMethod method, OpenApiOperation operation)
    {
        var spends = operation.Responses!.ContainsKey("402");
        var isAdmin = operation.OperationId == "getMetrics" || IsOf(operation, "Administration");
        var changes = method != HttpMethod.Get;
        return status switch
        {
            "400" when operation.RequestBody is null => [ProblemCodes.InvalidInput],
            "400" => spends ? [ProblemCodes.InvalidInput, ProblemCodes.UnknownModel, ProblemCodes.InvalidJson] : [ProblemCodes.InvalidInput, ProblemCodes.InvalidJson],
            "401" => [operation.OperationId == "signIn" ? ProblemCodes.InvalidSignIn : ProblemCodes.Unauthorized],
            "402" => [ProblemCodes.InsufficientCredits, ProblemCodes.KeyCapReached, ProblemCodes.AboveMaxCredits],
            "403" when operation.OperationId == "signIn" => [ProblemCodes.AddressNotAllowed, ProblemCodes.CrossSite],
            "403" when operation.OperationId == "setPassword" =>
                [ProblemCodes.ProofNeeded, ProblemCodes.ScopeNeeded, ProblemCodes.AddressNotAllowed, ProblemCodes.KeyLimited, ProblemCodes.CrossSite],
            "403" when operation.Security is not { Count: > 0 } => [ProblemCodes.CrossSite],
            "403" =>
            [
                .. isAdmin ? [ProblemCodes.Forbidden] : Array.Empty<string>(), ProblemCodes.ScopeNeeded, ProblemCodes.AddressNotAllowed,
                .. MakesKeys(operation) ? [ProblemCodes.KeyLimited] : Array.Empty<string>(), .. changes ? [ProblemCodes.CrossSite] : Array.Empty<string>(),
            ],
            "404" => [ProblemCodes.NotFound],
            "409" when operation.OperationId == "cancelGeneration" => [ProblemCodes.NotCancelable],
            "409" when method == HttpMethod.Get => [ProblemCodes.NotReady],
            "409" when operation.Parameters?.Any(parameter => parameter.Name == "Idempotency-Key") is true =>
                [ProblemCodes.IdempotencyConflict, ProblemCodes.Conflict],
            "409" => [ProblemCodes.Conflict],
            "410" => [ProblemCodes.Expired],
            "413" => [ProblemCodes.TooLarge],
            "415" => [ProblemCodes.UnsupportedMedia],
            "429" => spends ? [ProblemCodes.DailyLimit, ProblemCodes.TooManyRequests] : [ProblemCodes.TooManyRequests],
            "502" => [ProblemCodes.EnhanceUnavailable + ".502"],
            "503" when operation.OperationId == "readyz" => [ProblemCodes.Unready],
            "503" when operation.OperationId == "enhancePrompt" => [ProblemCodes.EnhanceUnavailable, ProblemCodes.StorageUnavailable],
            "503" => spends ? [ProblemCodes.ModelDown, ProblemCodes.StorageUnavailable] : [ProblemCodes.StorageUnavailable],
            _ => [],
        };
    }
}
