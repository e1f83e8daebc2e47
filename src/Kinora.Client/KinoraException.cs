using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Kinora.Client;

/// <summary>The server refused a call, or something between answered in its place.</summary>
public sealed class KinoraException(HttpStatusCode status, Problem problem)
    : Exception($"{(int)status} {problem.Code}: {problem.Detail ?? problem.Title}")
{
    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status { get; } = status;

    /// <summary>What the server said. Its code is <c>http_…</c> and the status when the answer was not Kinora's.</summary>
    public Problem Problem { get; } = problem;

    internal static async Task<KinoraException> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        Problem? problem = null;
        if (answer.Content.Headers.ContentType?.MediaType == "application/problem+json")
        {
            try
            {
                problem = await answer.Content.ReadFromJsonAsync(KinoraJsonContext.Default.Problem, cancellationToken).ConfigureAwait(false);
            }
            catch (JsonException)
            {
                // Broken or foreign problem details: the status tells what is left.
            }
        }

        return new(answer.StatusCode, problem ?? new()
        {
            Code = $"http_{(int)answer.StatusCode}", Title = answer.ReasonPhrase, Status = (int)answer.StatusCode,
        });
    }
}
