using System.Globalization;
using KieAi.AspNetCore;
using Kinora.Client;
using Kinora.Server.Kie;
using Kinora.Server.OpenAi;
using Kinora.Server.Wire;

namespace Kinora.Server.Problems;

/// <summary>An error answer: problem details, or what the API that was called has instead. The one place where errors are written.</summary>
internal sealed class ProblemResult(Problem problem) : IResult, IStatusCodeHttpResult, IValueHttpResult<Problem>
{
    public const string ContentType = "application/problem+json";

    public Problem Value => problem;

    /// <summary>When to ask again; null for whenever it has changed.</summary>
    public TimeSpan? RetryAfter { get; init; }

    int? IStatusCodeHttpResult.StatusCode => problem.Status;

    /// <param name="detail">A sentence that says what to do; fit for the caller.</param>
    public static ProblemResult Of(int status, string code, string? detail = null) => new(new()
    {
        Code = code,
        Type = "urn:kinora:problem:" + code,
        Title = ProblemCodes.Title(code),
        Status = status,
        Detail = detail,
    });

    /// <summary>For an error that the framework answered with a bare status.</summary>
    public static ProblemResult OfStatus(int status) => Of(status, ProblemCodes.ForStatus(status));

    public static ProblemResult NotFound(string detail = "There is nothing with this id.") => Of(404, ProblemCodes.NotFound, detail);

    /// <summary>Faults of fields, each with what was given and what would do.</summary>
    public static ProblemResult Invalid(params IReadOnlyList<FieldProblem> errors) =>
        new(Of(400, ProblemCodes.InvalidInput, string.Join(' ', errors.Select(e => e.Message))).Value with { Errors = errors });

    /// <summary>The same, with the field that it is about.</summary>
    public ProblemResult About(string field) => new(problem with { Errors = [new(field, problem.Detail ?? "", null, null)] });

    public Task ExecuteAsync(HttpContext httpContext)
    {
        // Whatever the endpoint had meant to be kept, its error is not.
        httpContext.Response.Headers.CacheControl = "no-store";
        if (RetryAfter is { } wait) httpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (OpenAiError.Speaks(httpContext)) return OpenAiError.WriteAsync(httpContext, problem, RetryAfter);
        if (KieApi.IsCall(httpContext)) return KieError.WriteAsync(httpContext, problem);
        httpContext.Response.StatusCode = problem.Status ?? 500;
        return httpContext.Response.WriteAsJsonAsync(problem, WireJson.Answers.Problem, ContentType, httpContext.RequestAborted);
    }
}
