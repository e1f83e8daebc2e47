using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kinora.Core.Tests.Fetching;

/// <summary>A site on a loopback port that answers each connection with bytes that no web server would send.</summary>
internal sealed class RawSite : IAsyncDisposable
{
    private const int MostRepetitions = 100_000;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _serving;

    private RawSite(byte[] answer, byte[] over, bool waits)
    {
        _listener.Start();
        Address = new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _serving = ServeAsync(answer, over, waits);
    }

    public Uri Address { get; }

    public int Requests { get; private set; }

    /// <summary>Completes when the answer was sent once.</summary>
    public Task Answered => _answered.Task;

    /// <param name="over">Sent over and over after the answer, until the caller leaves.</param>
    /// <param name="waits">Whether it keeps the connection open and silent then; otherwise it closes it.</param>
    public static Task<RawSite> StartAsync(string answer, string over = "", bool waits = false) =>
        StartAsync(Encoding.UTF8.GetBytes(answer), over, waits);

    public static Task<RawSite> StartAsync(byte[] answer, string over = "", bool waits = false) =>
        Task.FromResult(new RawSite(answer, Encoding.UTF8.GetBytes(over), waits));

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _serving;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task ServeAsync(byte[] answer, byte[] over, bool waits)
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                using var caller = await _listener.AcceptTcpClientAsync(_end.Token);
                Requests++;
                await AnswerAsync(caller.GetStream(), answer, over, waits);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
            {
                // The caller left, or the test ended.
            }
        }
    }

    private async Task AnswerAsync(NetworkStream stream, byte[] answer, byte[] over, bool waits)
    {
        var request = new byte[16 * 1024];
        var read = await stream.ReadAsync(request, _end.Token);
        if (read == 0) return;
        await stream.WriteAsync(answer, _end.Token);
        _answered.TrySetResult();
        for (var times = 0; over.Length > 0 && times < MostRepetitions; times++) await stream.WriteAsync(over, _end.Token);
        while (waits && read > 0) read = await stream.ReadAsync(request, _end.Token);
    }
}
