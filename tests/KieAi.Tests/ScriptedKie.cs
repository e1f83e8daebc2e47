using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace KieAi.Tests;

/// <summary>A KIE that answers one call after another as told, the last one for ever, and a clock that goes on by itself whenever somebody waits.</summary>
internal sealed class ScriptedKie(params Func<HttpResponseMessage>[] script) : HttpMessageHandler
{
    private readonly List<(string Path, TimeSpan At)> _calls = [];

    public SelfWindingClock Clock { get; } = new();

    public IReadOnlyList<(string Path, TimeSpan At)> Calls => _calls;

    /// <summary>The seconds at which calls came.</summary>
    public double[] Seconds => [.. _calls.Select(call => Math.Round(call.At.TotalSeconds, 1))];

    public KieClient Client(Action<KieClientOptions>? configure = null)
    {
        var options = new KieClientOptions { ApiKey = FakeKie.Key };
        configure?.Invoke(options);
        return new(new HttpClient(this) { Timeout = Timeout.InfiniteTimeSpan }, options, Clock);
    }

    public static Func<HttpResponseMessage> Says(string body, HttpStatusCode status = HttpStatusCode.OK, TimeSpan? retryAfter = null) => () =>
    {
        var answer = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8) };
        if (retryAfter is { } wait) answer.Headers.RetryAfter = new RetryConditionHeaderValue(wait);
        return answer;
    };

    public static Func<HttpResponseMessage> Refuses(int code, string msg = "no", TimeSpan? retryAfter = null) =>
        Says($$"""{"code":{{code}},"msg":"{{msg}}","data":null}""", retryAfter: retryAfter);

    public static Func<HttpResponseMessage> Jobs(string state, string resultJson = "", string failMsg = "") =>
        Says($$$"""
            {"code":200,"msg":"success","data":{"taskId":"t1","state":"{{{state}}}","resultJson":"{{{resultJson}}}",
            "failCode":"{{{(failMsg.Length > 0 ? "500" : "")}}}","failMsg":"{{{failMsg}}}"}}
            """);

    public static Func<HttpResponseMessage> Done() => Jobs("success", """{\"resultUrls\":[\"https://a.example/1.mp4\"]}""");

    public static Func<HttpResponseMessage> Breaks(HttpRequestError error) => () => throw new HttpRequestException(error);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _calls.Add((request.RequestUri!.AbsolutePath, Clock.Elapsed));
        var answer = script[Math.Min(_calls.Count, script.Length) - 1];
        try
        {
            return Task.FromResult(answer());
        }
        catch (HttpRequestException e)
        {
            return Task.FromException<HttpResponseMessage>(e);
        }
    }
}

/// <summary>A clock on which every delay is over at once, and the time is later by it. Timeouts never fire by themselves.</summary>
internal sealed class SelfWindingClock : TimeProvider
{
    private readonly FakeClock _clock = new();
    private readonly DateTimeOffset _start;

    public SelfWindingClock() => _start = _clock.GetUtcNow();

    public TimeSpan Elapsed => _clock.GetUtcNow() - _start;

    public override long TimestampFrequency => _clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow();

    public override long GetTimestamp() => _clock.GetTimestamp();

    /// <summary>Moves the time on without anybody waiting.</summary>
    public void Advance(TimeSpan by) => _clock.Advance(by);

    // A deadline's timer belongs to a CancellationTokenSource; any other is a delay, and is what the time is waiting for.
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = _clock.CreateTimer(callback, state, dueTime, period);
        if (state is not CancellationTokenSource && dueTime != Timeout.InfiniteTimeSpan) ThreadPool.QueueUserWorkItem(_ => _clock.Advance(dueTime));
        return timer;
    }
}
