using System.Net;

namespace Kinora.Core.Fetching;

/// <summary>Which addresses may be fetched.</summary>
internal sealed class FetchRules(FetchAllowList allowed)
{
    /// <summary>Checks what can be told without the network: scheme, user info, port, names that are never public, addresses written as numbers.</summary>
    /// <exception cref="FetchException">It is forbidden.</exception>
    public void Check(Uri address)
    {
        if (!address.IsAbsoluteUri) throw Forbidden("The address must be absolute, such as https://example.com/picture.png.");
        if (address.UserInfo.Length > 0) throw Forbidden("The address must not contain a user name or password.");
        if (address.Port == 0) throw Forbidden("The address must not name port 0.");

        var host = Host(address);
        var literal = IPAddress.TryParse(host, out var ip);
        var known = allowed.HasHost(host) || (literal && allowed.Has(ip!));
        if (address.Scheme != Uri.UriSchemeHttps && !(known && address.Scheme == Uri.UriSchemeHttp))
        {
            throw Forbidden("The address must begin with https://.");
        }

        if (known) return;
        if (literal) CheckConnection(host, [ip!]);
        else if (IsLocalName(host)) throw NotPublic(host);
    }

    /// <summary>Checks the addresses that a host resolved to; one that is not public condemns the host.</summary>
    /// <exception cref="FetchException">It is forbidden.</exception>
    public void CheckConnection(string host, IReadOnlyList<IPAddress> addresses)
    {
        if (allowed.HasHost(host)) return;
        if (addresses.Any(address => !PublicAddress.Is(address) && !allowed.Has(address))) throw NotPublic(host);
    }

    /// <summary>Whether two addresses share scheme, host and port.</summary>
    public static bool SameOrigin(Uri address, Uri? origin) =>
        origin is not null && address.UserInfo.Length == 0
        && Uri.Compare(address, origin, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>The host without brackets, punycode and a final dot.</summary>
    public static string Host(Uri address) => address.IdnHost.TrimEnd('.');

    private static bool IsLocalName(string host) =>
        !host.Contains('.')
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".local", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".internal", StringComparison.OrdinalIgnoreCase);

    private static FetchException NotPublic(string host) => Forbidden($"The host {host} is not on the public internet.");

    private static FetchException Forbidden(string message) => new(FetchFailure.Forbidden, message);
}
