using System.Net;
using System.Text;
using System.Threading.Channels;
using Kinora.Testing;

namespace KieAi.AspNetCore.Tests;

public sealed class KieCallbackSenderTests
{
    private static readonly Uri Callback = new("https://a.example/cb?token=1");
    private const string Failed = """{"code":400,"msg":"No.","data":{"taskId":"veo_task_abcdef123456","fallbackFlag":false}}""";
    private static readonly byte[] Body = Encoding.UTF8.GetBytes(Failed);
    private readonly ObservedClock _clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Callback_is_posted_once_when_it_is_taken()
    {
        var receiver = new Receiver((_, _) => Task.FromResult(HttpStatusCode.OK));
        (await Sender(receiver).SendAsync(Callback, "veo_task_abcdef123456", Body, Cancellation)).ShouldBeTrue();
        var request = receiver.Requests.ShouldHaveSingleItem();
        request.RequestUri.ShouldBe(Callback);
        request.Method.ShouldBe(HttpMethod.Post);
        receiver.Bodies.ShouldBe([Failed]);
        request.Content!.Headers.ContentType!.MediaType.ShouldBe("application/json");
        request.Headers.Contains(KieSignature.SignatureHeader).ShouldBeFalse();
    }

    [Fact]
    public async Task Signed_callback_passes_the_verifier()
    {
        var receiver = new Receiver((_, _) => Task.FromResult(HttpStatusCode.OK));
        await Sender(receiver, "hmac").SendAsync(Callback, "a1", Body, Cancellation);
        var headers = receiver.Requests.ShouldHaveSingleItem().Headers;
        var timestamp = headers.GetValues("X-Webhook-Timestamp").ShouldHaveSingleItem();
        timestamp.ShouldBe("1767225600");
        new KieCallbackVerifier("hmac", _clock).Verify("a1", timestamp, headers.GetValues("X-Webhook-Signature").ShouldHaveSingleItem()).ShouldBeTrue();
    }

    [Fact(Timeout = 30_000)]
    public async Task Refused_callback_is_tried_at_once_after_five_and_after_twenty_seconds()
    {
        var receiver = new Receiver((_, _) => Task.FromResult(HttpStatusCode.Accepted)); // Only 200 counts.
        var sending = Sender(receiver, "hmac").SendAsync(Callback, "a1", Body, Cancellation);
        await _clock.AdvancePastAsync(5);
        await _clock.AdvancePastAsync(15, skip: 1);
        (await sending).ShouldBeFalse();
        receiver.Requests.Select(request => request.Headers.GetValues("X-Webhook-Timestamp").Single())
            .ShouldBe(["1767225600", "1767225605", "1767225620"]);
        receiver.Bodies.ShouldBe([Failed, Failed, Failed]);
    }

    [Fact(Timeout = 30_000)]
    public async Task Broken_connection_is_a_failed_try()
    {
        var tries = 0;
        var receiver = new Receiver((_, _) => tries++ == 0 ? throw new HttpRequestException("reset") : Task.FromResult(HttpStatusCode.OK));
        var sending = Sender(receiver).SendAsync(Callback, "a1", Body, Cancellation);
        await _clock.AdvancePastAsync(5);
        (await sending).ShouldBeTrue();
        tries.ShouldBe(2);
    }

    [Fact(Timeout = 30_000)]
    public async Task Silent_receiver_is_left_after_fifteen_seconds()
    {
        var tries = 0;
        var receiver = new Receiver(async (_, token) =>
        {
            if (tries++ == 0) await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            return HttpStatusCode.OK;
        });
        var sending = Sender(receiver).SendAsync(Callback, "a1", Body, Cancellation);
        await _clock.AdvancePastAsync(15); // The second try was due at 5 s and follows at once.
        (await sending).ShouldBeTrue();
        tries.ShouldBe(2);
    }

    [Fact]
    public async Task Cancelled_sending_stops_between_tries()
    {
        using var cancel = new CancellationTokenSource();
        var sending = Sender(new Receiver((_, _) => Task.FromResult(HttpStatusCode.NotFound))).SendAsync(Callback, "a1", Body, cancel.Token);
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => sending);
    }

    private KieCallbackSender Sender(Receiver receiver, string? hmacKey = null) => new(new HttpClient(receiver), _clock, hmacKey);

    private sealed class Receiver(Func<HttpRequestMessage, CancellationToken, Task<HttpStatusCode>> answer) : HttpMessageHandler
    {
        public List<HttpRequestMessage> Requests { get; } = [];

        public List<string> Bodies { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add(request);
            Bodies.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
            return new HttpResponseMessage(await answer(request, cancellationToken));
        }
    }

    /// <summary>A fake clock that tells when somebody starts to wait on it.</summary>
    private sealed class ObservedClock : TimeProvider
    {
        private readonly FakeClock _clock = new();
        private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

        public override long TimestampFrequency => _clock.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow();

        public override long GetTimestamp() => _clock.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = _clock.CreateTimer(callback, state, dueTime, period);
            _waits.Writer.TryWrite(dueTime);
            return timer;
        }

        /// <summary>Waits until a wait of so many seconds has begun, past <paramref name="skip"/> alike, and lets it pass.</summary>
        public async Task AdvancePastAsync(int seconds, int skip = 0)
        {
            for (var left = skip + 1; left > 0;)
            {
                if (await _waits.Reader.ReadAsync(Cancellation) == TimeSpan.FromSeconds(seconds)) left--;
            }

            _clock.Advance(TimeSpan.FromSeconds(seconds));
        }
    }
}
