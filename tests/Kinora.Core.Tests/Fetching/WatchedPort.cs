using System.Net;
using System.Net.Sockets;

namespace Kinora.Core.Tests.Fetching;

/// <summary>A port that listens and accepts nobody, so that whoever came is seen to wait there.</summary>
internal sealed class WatchedPort : IDisposable
{
    private readonly Socket _socket;

    /// <summary>On every address of this machine, of both families.</summary>
    public WatchedPort() : this(new(IPAddress.IPv6Any, 0)) { }

    public WatchedPort(IPEndPoint at)
    {
        _socket = new Socket(at.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        if (at.Address.Equals(IPAddress.IPv6Any)) _socket.DualMode = true;
        _socket.Bind(at);
        _socket.Listen();
    }

    public int Number => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    /// <summary>Whether somebody came so far.</summary>
    public bool IsReached => _socket.Poll(TimeSpan.Zero, SelectMode.SelectRead);

    /// <summary>Waits for somebody to come, for half a minute at most.</summary>
    public bool WaitForSomebody() => _socket.Poll(TimeSpan.FromSeconds(30), SelectMode.SelectRead);

    public void Dispose() => _socket.Dispose();
}
