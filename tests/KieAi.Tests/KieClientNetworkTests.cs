using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KieAi.Tests;

public sealed class KieClientNetworkTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    public async Task Request_that_never_left_is_refused_and_may_be_sent_again(HttpRequestError error)
    {
        var fault = await Calls.CreateFaultAsync(FakeKie.Throwing(new HttpRequestException(error)));
        fault.Outcome.ShouldBe(KieOutcome.Refused);
        fault.IsTransient.ShouldBeTrue();
        fault.HttpStatus.ShouldBeNull();
        fault.RawBody.ShouldBeNull();
    }

    [Theory]
    [InlineData(HttpRequestError.Unknown)]
    [InlineData(HttpRequestError.ResponseEnded)]
    [InlineData(HttpRequestError.InvalidResponse)]
    public async Task Answer_lost_after_sending_is_unknown_for_a_create_and_transient_for_a_read(HttpRequestError error)
    {
        var create = await Calls.CreateFaultAsync(FakeKie.Throwing(new HttpRequestException(error)));
        create.Outcome.ShouldBe(KieOutcome.Unknown);
        create.IsTransient.ShouldBeFalse();

        var read = await Calls.GetFaultAsync(FakeKie.Throwing(new HttpRequestException(error)));
        read.Outcome.ShouldBe(KieOutcome.Refused);
        read.IsTransient.ShouldBeTrue();
    }

    [Fact]
    public async Task Refused_connection_is_a_refusal()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();
        var fault = await Should.ThrowAsync<KieException>(() => Calls.CreateAsync(Client(port)));
        fault.Outcome.ShouldBe(KieOutcome.Refused);
        fault.ToString().ShouldNotContain(FakeKie.Key);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"code\":200,\"msg\":\"success\",\"da")]
    public async Task Connection_that_dies_after_the_request_was_read_is_unknown_and_sent_once(string answer)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var requests = 0;
        var serving = Task.Run(async () =>
        {
            using var connection = await server.AcceptSocketAsync(Cancellation);
            await ReadRequestAsync(connection);
            requests++;
            if (answer.Length > 0) await connection.SendAsync(Encoding.ASCII.GetBytes(answer), Cancellation);
        }, Cancellation);

        var fault = await Should.ThrowAsync<KieException>(() => Calls.CreateAsync(Client(((IPEndPoint)server.LocalEndpoint).Port)));
        await serving;
        fault.Outcome.ShouldBe(KieOutcome.Unknown);
        fault.IsTransient.ShouldBeFalse();
        requests.ShouldBe(1);
        server.Pending().ShouldBeFalse();
    }

    [Fact]
    public async Task Timeout_of_the_http_client_is_unknown()
    {
        var fault = await Calls.CreateFaultAsync(FakeKie.Throwing(new TaskCanceledException("timeout", new TimeoutException())));
        fault.Outcome.ShouldBe(KieOutcome.Unknown);
        fault.Message.ShouldBe("KIE.ai did not answer in time.");
    }

    [Fact(Timeout = 30_000)]
    public async Task Answer_that_stalls_is_given_up_at_the_timeout()
    {
        var clock = new FakeClock();
        var stalled = new Stalled();
        var kie = new FakeKie((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(stalled) }));
        var call = Should.ThrowAsync<KieException>(() => Calls.CreateAsync(kie.Client(clock)));
        await stalled.Reading;
        clock.Advance(TimeSpan.FromSeconds(101)); // HttpClient's own default is 100 s.
        var fault = await call;
        fault.Outcome.ShouldBe(KieOutcome.Unknown);
        fault.HttpStatus.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Caller_that_cancels_gets_its_cancellation()
    {
        using var cancel = new CancellationTokenSource();
        var stalled = new Stalled();
        var kie = new FakeKie((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(stalled) }));
        var call = kie.Client().GetTaskAsync("a1", cancel.Token);
        await stalled.Reading;
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => call);

        var sending = new FakeKie((_, token) => Task.FromCanceled<HttpResponseMessage>(token));
        await Should.ThrowAsync<OperationCanceledException>(() => sending.Client().GetTaskAsync("a1", cancel.Token));
    }

    [Fact]
    public async Task Task_whose_id_came_whole_is_told_even_to_a_caller_that_cancels_meanwhile()
    {
        using var cancel = new CancellationTokenSource();
        var kie = new FakeKie((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new CancelledAtTheEnd(cancel)) }));
        (await kie.Client().CreateTaskAsync(new() { Model = "m" }, cancel.Token)).ShouldBe("t1");
        cancel.IsCancellationRequested.ShouldBeTrue();
    }

    private static KieClient Client(int port) =>
        new(new HttpClient(), new KieClientOptions { ApiKey = FakeKie.Key, BaseUrl = new Uri($"http://127.0.0.1:{port}") });

    private static async Task ReadRequestAsync(Socket connection)
    {
        var request = "";
        var chunk = new byte[4096];
        while (!request.EndsWith("\"input\":{}}", StringComparison.Ordinal))
            request += Encoding.ASCII.GetString(chunk, 0, await connection.ReceiveAsync(chunk, Cancellation));
    }

    private sealed class CancelledAtTheEnd(CancellationTokenSource cancel) : MemoryStream("""{"code":200,"data":{"taskId":"t1"}}"""u8.ToArray())
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position == Length) await cancel.CancelAsync();
            return Read(buffer.Span);
        }
    }

    private sealed class Stalled : MemoryStream
    {
        private readonly TaskCompletionSource _reading = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reading => _reading.Task;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _reading.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return 0;
        }
    }
}
