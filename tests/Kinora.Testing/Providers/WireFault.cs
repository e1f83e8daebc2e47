namespace Kinora.Testing.Providers;

/// <summary>What happens on the wire to the answer of a call that the server has carried out.</summary>
public enum WireFault
{
    None,

    /// <summary>The connection is cut without an answer.</summary>
    Lost,

    /// <summary>Half of the body, as if that were all.</summary>
    Truncated,

    /// <summary>A web page with HTTP 502 in its place.</summary>
    Html502,

    /// <summary>Its headers and half of its body; the rest never comes.</summary>
    Stalled,

    /// <summary>The body after more blanks than any answer may have.</summary>
    Oversized,
}
