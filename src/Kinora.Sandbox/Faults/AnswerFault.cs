namespace Kinora.Sandbox.Faults;

/// <summary>What happens to an answer on its way to the caller.</summary>
internal enum AnswerFault
{
    /// <summary>The connection is cut without an answer.</summary>
    Lost,

    /// <summary>Half of the JSON.</summary>
    Truncated,

    /// <summary>A web page with HTTP 502 in its place.</summary>
    Html502,
}
