using System.Globalization;
using Kinora.Server.Problems;

namespace Kinora.Server.Auth;

/// <summary>How a caller's minute stands.</summary>
/// <param name="Remaining">Calls that are left.</param>
/// <param name="Seconds">Until the next minute begins, rounded up.</param>
/// <param name="Passes">Whether this call is within the limit.</param>
internal readonly record struct RateReading(int Limit, int Remaining, int Seconds, bool Passes)
{
    private const string Left = "RateLimit-Remaining";

    /// <summary>Tells the caller, unless another limit that counts this call leaves fewer.</summary>
    public void Tell(IHeaderDictionary headers)
    {
        if (int.TryParse(headers[Left], CultureInfo.InvariantCulture, out var told) && told <= Remaining) return;
        headers["RateLimit-Limit"] = Limit.ToString(CultureInfo.InvariantCulture);
        headers[Left] = Remaining.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Reset"] = Seconds.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The answer to a call beyond the limit.</summary>
    /// <param name="what">What is limited, as the end of a sentence.</param>
    public ProblemResult Refusal(string what) => new(ProblemResult.Of(
        429, ProblemCodes.TooManyRequests, $"At most {Limit} {what}. Wait {Seconds} s.").Value)
    {
        RetryAfter = TimeSpan.FromSeconds(Seconds),
    };
}
