using System.Net;

namespace KieAi;

/// <summary>KIE.ai refused a call, could not be reached, or answered something that is not its envelope.</summary>
/// <remarks>
/// <see cref="Exception.Message"/> is KIE's own text where it gave one (at most 1,000 characters); it may quote the prompt, so it does not
/// belong in a log. The API key is cut out of every text here, should an answer repeat it.
/// </remarks>
public sealed class KieException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>The envelope's <c>code</c>; null when the answer was no envelope or there was none.</summary>
    public int? Code { get; init; }

    /// <summary>The HTTP status; null when no answer came.</summary>
    public HttpStatusCode? HttpStatus { get; init; }

    /// <summary>The beginning of the answer's body, at most 4,096 characters; null when no answer came.</summary>
    public string? RawBody { get; init; }

    /// <summary>
    /// What a failed call that creates something left behind. Every other call makes nothing that costs and is always <see cref="KieOutcome.Refused"/>;
    /// which is which, <see cref="KieClient"/> says.
    /// </summary>
    /// <remarks>
    /// Refused: the connection never stood; or the envelope's code (without envelope: the HTTP status) is one that KIE gives before it
    /// makes a task (400 to 405, 413 to 415, 422, 429, 431, 433, 451, 455, 505); or code 500 with one of the texts by which KIE
    /// is known to refuse input, balance or a paused model. All else is unknown: timeouts, connections lost after sending, answers cut short,
    /// HTML pages with a 5xx, code 500 with any other text, 408 (upstream timed out), 501 (a generation had begun), codes never seen.
    /// </remarks>
    public KieOutcome Outcome { get; init; }

    /// <summary>
    /// Whether the same call may be made again later. Never for one that creates something new each time and whose outcome is unknown; a lost
    /// <see cref="KieClient.GetVeo4kAsync"/> may be, although its outcome is unknown.
    /// </summary>
    public bool IsTransient { get; init; }

    /// <summary>Whether a call that creates something was refused for what the user asked: a bad value, a missing field, refused content, an unreadable input file.</summary>
    public bool IsUserFault { get; init; }

    /// <summary>How long KIE asks to wait, where it says so.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
