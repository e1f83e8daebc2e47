using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kinora.Testing;

/// <summary>A connection to a server that breaks at the word of a test: where a request is to be lost, or its answer.</summary>
public sealed class CutWire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly string _socket;
    private readonly Task _accepting;

    /// <param name="socket">The Unix socket of the server.</param>
    public CutWire(string socket)
    {
        _socket = socket;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>What a message to the server must hold for the wire to be cut there; it is cut once.</summary>
    public string? Word { get; set; }

    /// <summary>Whether the server still gets that message, and only its answer is lost.</summary>
    public bool AfterAll { get; set; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested) _ = CarryAsync(await _listener.AcceptSocketAsync(_stop.Token));
    }

    private async Task CarryAsync(Socket client)
    {
        using var near = client;
        using var far = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await far.ConnectAsync(new UnixDomainSocketEndPoint(_socket), _stop.Token);
        var cut = new TaskCompletionSource();
        await Task.WhenAny(ForthAsync(near, far, cut), BackAsync(far, near, cut.Task));
    }

    private async Task ForthAsync(Socket near, Socket far, TaskCompletionSource cut)
    {
        var buffer = new byte[65536];
        while (await near.ReceiveAsync(buffer, _stop.Token) is > 0 and var bytes)
        {
            var isIt = Word is { } word && Encoding.Latin1.GetString(buffer, 0, bytes).Contains(word, StringComparison.Ordinal);
            if (isIt)
            {
                Word = null;
                if (!AfterAll) return;
                cut.SetResult();
            }

            for (var sent = 0; sent < bytes;) sent += await far.SendAsync(buffer.AsMemory(sent, bytes - sent), _stop.Token);
        }
    }

    // The answer shows that the server has done what it was asked for.
    private async Task BackAsync(Socket far, Socket near, Task cut)
    {
        var buffer = new byte[65536];
        while (await far.ReceiveAsync(buffer, _stop.Token) is > 0 and var bytes)
        {
            if (cut.IsCompleted) return;
            for (var sent = 0; sent < bytes;) sent += await near.SendAsync(buffer.AsMemory(sent, bytes - sent), _stop.Token);
        }
    }
}
