using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace Kinora.Core.Accounts;

/// <summary>Addresses from which a caller may come: one, or a network such as <c>10.1.0.0/16</c>. IPv4 within IPv6 is IPv4.</summary>
public static class AddressRange
{
    private const int MappedBits = 96;

    /// <summary>Reads an address or a network; bits behind its prefix do not count.</summary>
    public static bool TryRead([NotNullWhen(true)] string? text, out IPNetwork range)
    {
        range = default;
        if (text is null) return false;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (ReadAddress(slash < 0 ? text : text[..slash]) is not { } address) return false;
        if (slash < 0)
        {
            var plain = Plain(address);
            range = new(plain, plain.GetAddressBytes().Length * 8);
            return true;
        }

        if (!IPNetwork.TryParse(text, out range)) return false;
        if (range.BaseAddress.IsIPv4MappedToIPv6 && range.PrefixLength >= MappedBits)
            range = new(range.BaseAddress.MapToIPv4(), range.PrefixLength - MappedBits);
        return true;
    }

    /// <param name="ranges">As they were read once.</param>
    /// <param name="address">Null where nobody knows.</param>
    public static bool Contain(IReadOnlyList<string> ranges, IPAddress? address)
    {
        if (address is null) return false;
        var plain = Plain(address);
        foreach (var text in ranges)
            if (TryRead(text, out var range) && range.Contains(plain)) return true;
        return false;
    }

    /// <summary>The address itself where it is an IPv4 address within IPv6.</summary>
    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    // IPv4 has short forms that mean another address than they look like, and IPv6 has zones.
    private static IPAddress? ReadAddress(string text) =>
        IPAddress.TryParse(text, out var address)
            && (address.AddressFamily is AddressFamily.InterNetwork ? address.ToString() == text : !text.Contains('%', StringComparison.Ordinal))
            ? address
            : null;
}
