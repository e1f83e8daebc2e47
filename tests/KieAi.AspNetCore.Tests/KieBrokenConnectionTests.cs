using System.Net.Sockets;
using System.Text;

namespace KieAi.AspNetCore.Tests;

/// <summary>Bodies that do not come as they were announced.</summary>
public sealed class KieBrokenConnectionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/v1/jobs/createTask", "application/json", """{"model":"m","input":""")]
    [InlineData("/api/file-base64-upload", "application/json", """{"uploadPath":"x","base64Data":"AAAA""")]
    [InlineData("/api/file-stream-upload", "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=file; filename=a\r\n\r\nPNG")]
    public async Task Body_that_breaks_off_reaches_no_backend_and_harms_no_other_call(string path, string contentType, string body)
    {
        await using var host = await KieHost.StartAsync();
        using (var halfClosed = await SendAsync(host, path, contentType, body))
        {
            halfClosed.Socket.Shutdown(SocketShutdown.Send);
            (await ReadAsync(halfClosed)).ShouldNotContain("HTTP/1.1 5");
        }

        using (var aborted = await SendAsync(host, path, contentType, body)) aborted.Socket.LingerState = new LingerOption(enable: true, seconds: 0);

        host.Backend.Give(1m);
        (await host.GetAsync("/api/v1/chat/credit")).ShouldContain("\"code\":200");
        host.Backend.Call.ShouldBe("CreditAsync");
    }

    [Fact(Timeout = 60_000)]
    public async Task Body_that_does_not_come_is_not_waited_for_without_end()
    {
        await using var host = await KieHost.StartAsync();
        using var silent = await SendAsync(host, "/api/v1/jobs/createTask", "application/json", "{");
        (await ReadAsync(silent)).ShouldNotContain("HTTP/1.1 5");
        host.Backend.Call.ShouldBeNull();
    }

    private static async Task<NetworkStream> SendAsync(KieHost host, string path, string contentType, string body)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(host.Address.Host, host.Address.Port, Stop);
        var connection = new NetworkStream(socket, ownsSocket: true);
        await connection.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: {host.Address.Authority}\r\nAuthorization: Bearer {TestBackend.Key}\r\nContent-Type: {contentType}\r\nContent-Length: 5000\r\n\r\n{body}"), Stop);
        return connection;
    }

    /// <summary>What comes until the server closes or resets the connection.</summary>
    private static async Task<string> ReadAsync(NetworkStream connection)
    {
        var answer = new MemoryStream();
        try
        {
            await connection.CopyToAsync(answer, Stop);
        }
        catch (IOException)
        {
        }

        return Encoding.UTF8.GetString(answer.ToArray());
    }
}
