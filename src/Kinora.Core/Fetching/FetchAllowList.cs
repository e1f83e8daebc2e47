using System.Net;
using System.Net.Sockets;

namespace Kinora.Core.Fetching;

/// <summary>The parsed form of <see cref="FetchOptions.Allow"/>.</summary>
internal sealed class FetchAllowList
{
    private readonly HashSet<string> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<IPNetwork> _networks = [];

    /// <exception cref="FormatException">Some entry is neither a host nor a network; the message names each one.</exception>
    public FetchAllowList(IEnumerable<string> entries)
    {
        var faults = entries.Where(entry => !TryAdd(entry)).Select(entry => $"'{entry}'").ToList();
        if (faults.Count > 0)
        {
            throw new FormatException(
                $"The fetch allow-list takes hosts (files.example.lan) and networks (10.20.0.0/16), but not {string.Join(", ", faults)}.");
        }
    }

    public bool HasHost(string host) => _hosts.Contains(host);

    public bool Has(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return _networks.Exists(network => network.Contains(plain));
    }

    private bool TryAdd(string entry)
    {
        if (IPAddress.TryParse(entry, out var address) && (address.AddressFamily == AddressFamily.InterNetworkV6 || entry.Count(c => c == '.') == 3))
        {
            _networks.Add(new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128));
            return true;
        }

        if (entry.Contains('/'))
        {
            if (!IPNetwork.TryParse(entry, out var network)) return false;
            _networks.Add(network);
            return true;
        }

        var host = entry.TrimEnd('.');
        if (Uri.CheckHostName(host) != UriHostNameType.Dns) return false;
        _hosts.Add(host);
        return true;
    }
}
