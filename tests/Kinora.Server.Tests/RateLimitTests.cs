using System.Net;
using System.Net.Http.Headers;
using Kinora.Testing;

namespace Kinora.Server.Tests;

/// <summary>How many requests a minute are taken, of keys and of addresses.</summary>
public sealed class RateLimitTests : IAsyncLifetime
{
    private const string Proxy = "X-Forwarded-For";
    private readonly FakeClock _clock = new();
    private TestServer? _server;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _server = await TestServer.StartAsync(options => options with { KeyRate = 5, IpRate = 3, TrustedProxies = ["127.0.0.1/32"] }, _clock);

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Key_has_its_requests_and_is_told_how_many_are_left()
    {
        using var client = _server!.CreateClient();
        for (var left = 4; left >= 0; left--)
        {
            using var answer = await client.GetAsync("/api/account", Stop);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            Rate(answer).ShouldBe(("5", $"{left}", "60"));
        }

        _clock.Advance(TimeSpan.FromSeconds(18));
        using (var answer = await client.GetAsync("/api/account", Stop))
        {
            await answer.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "too_many_requests");
            Rate(answer).ShouldBe(("5", "0", "42"));
            answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(42));
        }

        using (var answer = await client.GetAsync("/v1/videos", Stop))
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
            (await answer.JsonAsync())["error"]!.Text("code").ShouldBe("rate_limit_exceeded");
            answer.Headers.Contains("x-should-retry").ShouldBeFalse("it passes soon");
        }

        using (var answer = await client.GetAsync("/api/v1/chat/credit", Stop))
        {
            (answer.StatusCode, (await answer.JsonAsync()).Number("code")).ShouldBe((HttpStatusCode.OK, 429));
            answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(42));
        }

        // Not counted: whether the server lives, and what providers call. Counted apart: those without a key.
        for (var i = 0; i < 5; i++)
        {
            using var healthy = await client.GetAsync("/healthz", Stop);
            (healthy.StatusCode, healthy.Headers.Contains("RateLimit-Limit")).ShouldBe((HttpStatusCode.OK, false));
            using var called = await client.PostAsync("/api/webhooks/kie", null, Stop);
            called.StatusCode.ShouldNotBe(HttpStatusCode.TooManyRequests);
        }

        _clock.Advance(TimeSpan.FromSeconds(42));
        (await client.GetJsonAsync("/api/account")).Text("id").ShouldBe("owner");
    }

    [Fact]
    public async Task Address_that_guesses_is_not_listened_to_whatever_it_guesses_and_its_neighbours_are()
    {
        using var known = Client("203.0.113.7", TestServer.Key);
        (await known.GetJsonAsync("/api/account")).Text("id").ShouldBe("owner");
        using var session = await SessionAsync("203.0.113.7");
        (await session.GetJsonAsync("/api/account")).Text("id").ShouldBe("owner");
        for (var i = 0; i < 2; i++) (await StatusAsync("203.0.113.7", $"guess-{i}")).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync("203.0.113.7", "guess")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await StatusAsync("203.0.113.7", null)).ShouldBe(HttpStatusCode.TooManyRequests);

        // Who was let in from there before goes on, with a session too; a key that was right by chance does not.
        foreach (var client in new[] { known, session }) (await client.GetJsonAsync("/api/account")).Text("id").ShouldBe("owner");
        for (var i = 0; i < 3; i++) (await StatusAsync("2001:db8::1", $"guess-{i}")).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync("2001:db8::9", TestServer.Key)).ShouldBe(HttpStatusCode.TooManyRequests, "the network is one caller's");
        (await StatusAsync("2001:db8:0:1::9", TestServer.Key)).ShouldBe(HttpStatusCode.OK);
        _clock.Advance(TimeSpan.FromMinutes(1));
        (await StatusAsync("2001:db8::9", TestServer.Key)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Address_of_a_caller_is_what_a_trusted_proxy_says()
    {
        using var owner = _server!.CreateClient();
        var key = (await owner.PostAsync("/api/account/keys", """{"name":"x","allowedIps":["203.0.113.7"]}""")).Body.Text("key");
        (await StatusAsync("203.0.113.7", key)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync("203.0.113.8", key)).ShouldBe(HttpStatusCode.Forbidden);

        // What a caller claims before the proxy adds who it is counts for nothing.
        (await StatusAsync("203.0.113.7, 203.0.113.8", key)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Nobody_else_is_believed_to_be_a_proxy()
    {
        await using var server = await TestServer.StartAsync();
        using var owner = server.CreateClient();
        var key = (await owner.PostAsync("/api/account/keys", """{"name":"x","allowedIps":["203.0.113.7"]}""")).Body.Text("key");
        using var client = server.CreateClient(key);
        client.DefaultRequestHeaders.Add(Proxy, "203.0.113.7");
        using var answer = await client.GetAsync("/api/account", Stop);
        await answer.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "address_not_allowed");
        answer.Headers.Contains("RateLimit-Limit").ShouldBeFalse("rates are off");
    }

    private HttpClient Client(string address, string? key)
    {
        var client = _server!.CreateClient(key);
        client.DefaultRequestHeaders.Add(Proxy, address);
        return client;
    }

    // Signing in is a request without a key.
    private async Task<HttpClient> SessionAsync(string address)
    {
        var client = Client(address, null);
        using var answer = await client.PostAsync("/api/sessions", new StringContent($$"""{"key":"{{TestServer.Key}}"}""", MediaTypeHeaderValue.Parse("application/json")), Stop);
        client.DefaultRequestHeaders.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        return client;
    }

    private async Task<HttpStatusCode> StatusAsync(string address, string? key)
    {
        using var client = Client(address, key);
        using var answer = await client.GetAsync("/api/account", Stop);
        return answer.StatusCode;
    }

    private static (string Limit, string Remaining, string Reset) Rate(HttpResponseMessage answer) =>
        (answer.Headers.GetValues("RateLimit-Limit").Single(), answer.Headers.GetValues("RateLimit-Remaining").Single(), answer.Headers.GetValues("RateLimit-Reset").Single());
}
