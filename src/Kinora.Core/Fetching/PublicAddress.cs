using System.Net;
using System.Net.Sockets;

namespace Kinora.Core.Fetching;

/// <summary>Tells addresses of the public internet from all others.</summary>
internal static class PublicAddress
{
    // IANA's special-purpose registry, and 168.63.129.16, which is Azure's platform on every virtual machine.
    private static readonly IPNetwork[] SpecialV4 = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32");

    // Only 2000::/3 is global unicast, so loopback, ULA, link-local, multicast and NAT64 addresses fall out by themselves.
    private static readonly IPNetwork GlobalV6 = IPNetwork.Parse("2000::/3");

    // Protocol assignments with Teredo, documentation, and 6to4, which embeds an IPv4 address.
    private static readonly IPNetwork[] SpecialV6 = Networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    public static bool Is(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !Array.Exists(SpecialV4, network => network.Contains(address)),
        // Networks see IPv4-mapped addresses in a way of their own; nobody needs them in a URL.
        AddressFamily.InterNetworkV6 when address.IsIPv4MappedToIPv6 => false,
        AddressFamily.InterNetworkV6 => GlobalV6.Contains(address) && !Array.Exists(SpecialV6, network => network.Contains(address)),
        _ => false,
    };

    private static IPNetwork[] Networks(params string[] networks) => Array.ConvertAll(networks, IPNetwork.Parse);
}
