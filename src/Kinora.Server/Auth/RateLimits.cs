using System.Net;
using System.Net.Sockets;
using Kinora.Core.Accounts;

namespace Kinora.Server.Auth;

/// <summary>Counts the calls of each key, and those of each address that come without a good one; who has none left is refused until the next minute.</summary>
internal sealed class RateLimits(KinoraOptions options, TimeProvider time)
{
    // Also where keys may send any number, for who was here with one.
    private readonly RateWindow? _keys = (options.KeyRate ?? options.IpRate) is null ? null : new(options.KeyRate ?? int.MaxValue, time);
    private readonly RateWindow? _addresses = options.IpRate is { } perAddress ? new(perAddress, time) : null;

    /// <summary>
    /// Whether credentials from this address are not looked at any more, because too many that came from there were wrong. Who was here with them a moment
    /// ago is not kept out by a neighbour who guesses.
    /// </summary>
    /// <param name="hash">Of what is given.</param>
    public bool Ignores(string hash, IPAddress? address) => _addresses?.IsSpent(Network(address)) is true && _keys?.Knows(hash, address) is not true;

    /// <summary>What an address is counted by: who has one of IPv6 has 2^64 of them.</summary>
    public static string Network(IPAddress? address)
    {
        if (address is null) return "";
        var plain = AddressRange.Plain(address);
        return plain.AddressFamily is AddressFamily.InterNetwork ? plain.ToString() : Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, 8));
    }

    public Task CountAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<Unlimited>() is not null) return next(context);
        var address = context.Connection.RemoteIpAddress;
        var caller = context.User.Identity as CallerIdentity;
        var reading = caller is null ? _addresses?.Take(Network(address), address) : Take(caller, address);
        if (reading is not { } rate || (caller is not null && options.KeyRate is null)) return next(context);
        rate.Tell(context.Response.Headers);
        if (rate.Passes) return next(context);
        var who = caller is not null ? "with one key" : "from one address without a valid key";
        return rate.Refusal("requests a minute are taken " + who).ExecuteAsync(context);
    }

    /// <summary>Marks endpoints whose calls are not counted.</summary>
    public sealed record Unlimited;

    // A session shares the count of the key that began it, and is known by itself.
    private RateReading? Take(CallerIdentity caller, IPAddress? address)
    {
        if (caller.RateKey != caller.Credential.Hash) _keys?.Remember(caller.Credential.Hash, address);
        return _keys?.Take(caller.RateKey, address);
    }
}
