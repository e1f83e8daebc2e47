using System.Net;

namespace Kinora.Sandbox;

/// <summary>Guards the sandbox's own pages, which need no key, against web pages that point a name of theirs at this machine.</summary>
internal static class LocalHost
{
    /// <summary>Whether a request's host is a plain address, localhost, or the sandbox's own name.</summary>
    public static bool Names(string host, Uri publicUrl) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.Equals(publicUrl.Host, StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host.Trim('[', ']'), out _);
}
