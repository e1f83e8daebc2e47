using Kinora.Server.Hosting;
using Kinora.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Kinora.Server.Tests;

public sealed class ResponseTimeTests
{
    private readonly FakeClock _clock = new();
    private readonly ResponseTimes _times;

    public ResponseTimeTests() => _times = new(_clock);

    [Fact]
    public async Task Times_are_told_by_endpoint_to_a_fifth()
    {
        for (var i = 0; i < 90; i++) await AnswerAsync("/api/a/{id}", 10);
        for (var i = 0; i < 8; i++) await AnswerAsync("/api/a/{id}", 100);
        for (var i = 0; i < 2; i++) await AnswerAsync("/api/a/{id}", 1000, status: 503);
        await AnswerAsync("api/b", 0);

        var (slow, quick) = (_times.Report().Items[0], _times.Report().Items[1]);
        (slow.Endpoint, slow.Calls, slow.Failures, slow.SlowestMs).ShouldBe(("GET /api/a/{id}", 100, 2, 1000));
        slow.P50Ms.ShouldBeInRange(10, 12);
        slow.P95Ms.ShouldBeInRange(100, 120);
        slow.P99Ms.ShouldBe(1000);
        (quick.Endpoint, quick.Calls, quick.P99Ms).ShouldBe(("GET /api/b", 1, 0));
    }

    [Fact]
    public async Task Streams_and_addresses_of_nobody_are_not_counted_and_what_throws_is()
    {
        await AnswerAsync("/api/events", 60_000, contentType: "text/event-stream");
        await _times.MeasureAsync(new DefaultHttpContext(), _ => Task.CompletedTask);
        await Should.ThrowAsync<IOException>(() => _times.MeasureAsync(Context("/api/a"), _ => throw new IOException()));
        _times.Report().Items.ShouldHaveSingleItem().Endpoint.ShouldBe("GET /api/a");
    }

    private Task AnswerAsync(string route, int milliseconds, int status = 200, string? contentType = null) => _times.MeasureAsync(Context(route), context =>
    {
        _clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
        (context.Response.StatusCode, context.Response.ContentType) = (status, contentType);
        return Task.CompletedTask;
    });

    private static DefaultHttpContext Context(string route)
    {
        var context = new DefaultHttpContext { Request = { Method = "GET" } };
        context.SetEndpoint(new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse(route), 0, null, null));
        return context;
    }
}
