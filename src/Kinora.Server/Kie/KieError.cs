using KieAi.AspNetCore;
using Kinora.Client;
using Kinora.Server.Problems;

namespace Kinora.Server.Kie;

/// <summary>A problem as KIE's API tells it: HTTP 200 and an envelope, whose code decides.</summary>
internal static class KieError
{
    // Of a key that has spent what it may.
    private const int KeyCap = 433;

    public static Task WriteAsync(HttpContext context, Problem problem) => KieApi.RefuseAsync(context, Code(problem), problem.Detail ?? problem.Title ?? "");

    public static int Code(Problem problem) => problem.Code is ProblemCodes.KeyCapReached ? KeyCap : problem.Status ?? 500;
}
