using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using Kinora.Testing;

namespace Kinora.Server.Tests;

public sealed class SignInTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer wrong")]
    [InlineData("Bearer ")]
    [InlineData("Basic a2V5OmtleQ==")]
    public async Task Request_without_good_credentials_is_401(string? authorization)
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient(key: null);
        if (authorization is not null) client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        foreach (var path in new[] { "/api/account", "/api/models", "/api/generations", "/api/events", "/api/generations/gen_1/content" })
        {
            using var answer = await client.GetAsync(path, Stop);
            await answer.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
            answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
        }
    }

    [Fact]
    public async Task Link_signs_in_once_and_the_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient(key: null);
        var token = Token(await server.NewSignInLinkAsync());

        using var first = await client.PostAsJsonAsync("/api/sessions", new { token }, Stop);
        first.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var cookie = first.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
        cookie.ShouldContain("max-age=2592000", Case.Insensitive);
        using var second = await client.PostAsJsonAsync("/api/sessions", new { token }, Stop);
        await second.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_sign_in");

        client.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        (await client.GetJsonAsync("/api/account")).Text("role").ShouldBe("admin");
    }

    [Fact]
    public async Task Link_lapses_after_a_day_and_a_session_after_a_month()
    {
        var clock = new ShiftedClock();
        await using var server = await TestServer.StartAsync(time: clock);
        using var client = server.CreateClient(key: null);
        var late = Token(await server.NewSignInLinkAsync());
        using var session = await SignInAsync(server, Token(await server.NewSignInLinkAsync()));
        (await session.GetJsonAsync("/api/account")).Text("id").ShouldBe("owner");

        clock.Ahead = TimeSpan.FromHours(24);
        using var lapsed = await client.PostAsJsonAsync("/api/sessions", new { token = late }, Stop);
        await lapsed.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_sign_in");
        (await session.GetJsonAsync("/api/account")).Text("id").ShouldBe("owner");

        clock.Ahead = TimeSpan.FromDays(30);
        using var gone = await session.GetAsync("/api/account", Stop);
        await gone.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Fact]
    public async Task Key_signs_in_too_and_signing_out_ends_the_session()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient(key: null);
        using var wrong = await client.PostAsJsonAsync("/api/sessions", new { key = "wrong" }, Stop);
        await wrong.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_sign_in");
        using var right = await client.PostAsJsonAsync("/api/sessions", new { key = TestServer.Key }, Stop);
        client.DefaultRequestHeaders.Add("Cookie", right.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        client.DefaultRequestHeaders.Add("Origin", server.Url.GetLeftPart(UriPartial.Authority));
        (await client.GetJsonAsync("/api/account")).Text("id").ShouldBe("owner");

        using var end = await client.DeleteAsync("/api/sessions", Stop);
        end.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var after = await client.GetAsync("/api/account", Stop);
        await after.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"token":"a","key":"b"}""")]
    [InlineData("""{"name":"a"}""")]
    [InlineData("""{"password":"a"}""")]
    [InlineData("""{"key":"a","name":"b","password":"c"}""")]
    public async Task Sign_in_takes_exactly_one_kind_of_proof(string body)
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient(key: null);
        var (status, problem) = await client.PostAsync("/api/sessions", body);
        status.ShouldBe(HttpStatusCode.BadRequest);
        problem.Text("code").ShouldBe("invalid_input");
    }

    [Theory]
    [InlineData(null, null, HttpStatusCode.Forbidden)]
    [InlineData("https://evil.example", null, HttpStatusCode.Forbidden)]
    [InlineData("null", null, HttpStatusCode.Forbidden)]
    [InlineData("own", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("own", null, HttpStatusCode.OK)]
    [InlineData(null, "same-origin", HttpStatusCode.OK)]
    public async Task Change_with_the_cookie_must_come_from_our_own_pages(string? origin, string? fetchSite, HttpStatusCode expected)
    {
        await using var server = await TestServer.StartAsync();
        using var client = await SignInAsync(server, Token(await server.NewSignInLinkAsync()));
        if (origin is not null) client.DefaultRequestHeaders.Add("Origin", origin == "own" ? server.Url.GetLeftPart(UriPartial.Authority) : origin);
        if (fetchSite is not null) client.DefaultRequestHeaders.Add("Sec-Fetch-Site", fetchSite);
        var (status, body) = await client.PostAsync("/api/quotes", """{"model":"kling-2.6","prompt":"x"}""");
        status.ShouldBe(expected, body.ToJsonString());
        if (expected is HttpStatusCode.Forbidden) body.Text("code").ShouldBe("cross_site");
    }

    [Theory]
    [InlineData("a..b")]
    [InlineData("x:99999")]
    [InlineData("~")]
    [InlineData("xn--")]
    public async Task Host_that_is_no_address_is_refused_like_any_other_site(string host)
    {
        await using var server = await TestServer.StartAsync();
        // By hand: no client sends such a host.
        using var client = new TcpClient();
        await client.ConnectAsync(server.Url.Host, server.Url.Port, Stop);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"DELETE /api/sessions HTTP/1.1\r\nHost: {host}\r\nOrigin: http://x\r\nConnection: close\r\n\r\n"), Stop);
        using var answer = new StreamReader(stream);
        (await answer.ReadLineAsync(Stop)).ShouldBe("HTTP/1.1 403 Forbidden");
    }

    [Theory]
    [InlineData("https://videos.example.com", true)]
    [InlineData(null, false)]
    public async Task Cookie_of_a_page_that_was_opened_by_https_never_travels_by_http(string? origin, bool secure)
    {
        await using var server = await TestServer.StartAsync(o => o with { PublicUrl = new("https://videos.example.com") });
        using var client = new HttpClient { BaseAddress = server.Local };
        if (origin is not null) client.DefaultRequestHeaders.Add("Origin", origin);
        using var answer = await client.PostAsJsonAsync("/api/sessions", new { key = TestServer.Key }, Stop);
        answer.Headers.GetValues("Set-Cookie").Single().Contains("; secure", StringComparison.OrdinalIgnoreCase).ShouldBe(secure);
    }

    [Fact]
    public async Task Guessing_is_slowed_down_and_the_guesser_is_told_for_how_long()
    {
        var clock = new FakeClock();
        await using var server = await TestServer.StartAsync(options => options with { IpRate = 600 }, clock);
        using var client = server.CreateClient(key: null);
        for (var left = Auth.SignInLimit.PerMinute - 1; left >= 0; left--)
        {
            using var guess = await client.PostAsJsonAsync("/api/sessions", new { key = $"guess {left}" }, Stop);
            guess.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            Rate(guess).ShouldBe(("30", $"{left}", "60"), "the other limit of the address leaves more");
        }

        clock.Advance(TimeSpan.FromSeconds(45));
        using (var beyond = await client.PostAsJsonAsync("/api/sessions", new { key = TestServer.Key }, Stop))
        {
            await beyond.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "too_many_requests");
            Rate(beyond).ShouldBe(("30", "0", "15"));
            beyond.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(15));
        }

        using (var back = await client.GetAsync("/api/sign-in/oauth", Stop)) back.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests, "it is a sign-in too");
        using (var ways = await client.GetAsync("/api/sign-in", Stop)) (ways.StatusCode, Rate(ways)).ShouldBe((HttpStatusCode.OK, ("600", "569", "15")));
        clock.Advance(TimeSpan.FromSeconds(15));
        using var next = await client.PostAsJsonAsync("/api/sessions", new { key = TestServer.Key }, Stop);
        (next.StatusCode, Rate(next)).ShouldBe((HttpStatusCode.NoContent, ("30", "29", "60")));
    }

    [Fact]
    public async Task Sign_ins_are_told_of_the_limit_that_leaves_fewer()
    {
        await using var server = await TestServer.StartAsync(options => options with { IpRate = 5 }, new FakeClock());
        using var client = server.CreateClient(key: null);
        using var guess = await client.PostAsJsonAsync("/api/sessions", new { key = "guess" }, Stop);
        Rate(guess).ShouldBe(("5", "4", "60"));
    }

    [Fact]
    public async Task Secrets_are_nowhere_in_the_data_folder()
    {
        var folder = Directory.CreateTempSubdirectory("kinora-test-").FullName;
        string token;
        await using (var server = await TestServer.StartAsync(folder: folder)) token = Token(await server.NewSignInLinkAsync());
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var bytes = await File.ReadAllBytesAsync(file, Stop);
            bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(token)).ShouldBe(-1, file);
            bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(TestServer.Key)).ShouldBe(-1, file);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static (string Limit, string Remaining, string Reset) Rate(HttpResponseMessage answer) =>
        (answer.Headers.GetValues("RateLimit-Limit").Single(), answer.Headers.GetValues("RateLimit-Remaining").Single(), answer.Headers.GetValues("RateLimit-Reset").Single());

    private static string Token(Uri link) => link.Query["?token=".Length..];

    private static async Task<HttpClient> SignInAsync(TestServer server, string token)
    {
        var client = server.CreateClient(key: null);
        using var answer = await client.PostAsJsonAsync("/api/sessions", new { token }, Stop);
        client.DefaultRequestHeaders.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        return client;
    }
}
