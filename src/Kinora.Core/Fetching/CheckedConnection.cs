using System.Net;
using System.Net.Sockets;

namespace Kinora.Core.Fetching;

/// <summary>Makes clients that connect only to the very addresses that were checked.</summary>
internal static class CheckedConnection
{
    /// <param name="resolve">From a host name to its addresses.</param>
    /// <param name="check">Throws for a host whose addresses are not all allowed.</param>
    public static HttpClient Client(Func<string, CancellationToken, Task<IPAddress[]>> resolve, Action<string, IReadOnlyList<IPAddress>> check)
    {
        var client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            Credentials = null,
            PreAuthenticate = false,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, resolve, check, cancellationToken),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Kinora");
        return client;
    }

    private static async ValueTask<Stream> ConnectAsync(
        DnsEndPoint target,
        Func<string, CancellationToken, Task<IPAddress[]>> resolve,
        Action<string, IReadOnlyList<IPAddress>> check,
        CancellationToken cancellationToken)
    {
        var host = target.Host.Trim('[', ']').TrimEnd('.');
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellationToken);
        check(host, addresses);

        SocketException? last = null;
        foreach (var address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(address, target.Port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException e)
            {
                socket.Dispose();
                last = e;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw last ?? new SocketException((int)SocketError.HostNotFound);
    }
}
