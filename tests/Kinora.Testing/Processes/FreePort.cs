using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Kinora.Testing.Processes;

/// <summary>Ports below the range from which the system serves port 0, so that no other test is given the same one meanwhile.</summary>
internal static class FreePort
{
    private const int First = 20_000, Last = 32_000;

    public static int Next()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(First, Last);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: try another.
            }
        }
    }
}
