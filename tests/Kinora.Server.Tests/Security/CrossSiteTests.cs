using System.Net;

namespace Kinora.Server.Tests.Security;

/// <summary>Every change, found in the server's own list of endpoints, is refused where another site's page asks for it with the person's cookie.</summary>
[Collection(EdgeServer.Collection)]
public sealed class CrossSiteTests(EdgeServer edge)
{
    private static readonly string[] Safe = ["GET", "HEAD", "OPTIONS"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>What a browser says of where the request comes from.</summary>
    [Theory]
    [InlineData("Sec-Fetch-Site: cross-site", "Origin: https://evil.example")]
    [InlineData("Sec-Fetch-Site: same-site", "Origin: https://other.kinora.example")]
    [InlineData("Origin: null")]
    [InlineData("Origin: https://evil.example")]
    [InlineData]
    public async Task Every_change_from_another_site_is_refused(params string[] saying)
    {
        var cookie = await edge.SignInAsync();
        using var client = edge.Server.CreateClient(key: null);
        var changes = edge.Endpoints.Where(one => !Safe.Contains(one.Method)).ToArray();
        changes.Length.ShouldBeGreaterThan(80);
        var passed = new List<string>();
        foreach (var (method, path, _) in changes)
        {
            using var request = new HttpRequestMessage(new(method), path);
            foreach (var header in saying.Append("Cookie: " + cookie)) request.Headers.TryAddWithoutValidation(header.Split(": ")[0], header.Split(": ")[1]);
            using var answer = await client.SendAsync(request, Stop);
            var text = await answer.Content.ReadAsStringAsync(Stop);
            if (!IsRefusal(answer.StatusCode, text)) passed.Add($"{method} {path}: {(int)answer.StatusCode} {text}");
        }

        passed.ShouldBeEmpty();
        // The session was not ended by any of them.
        using var still = new HttpRequestMessage(HttpMethod.Get, "/api/account") { Headers = { { "Cookie", cookie } } };
        (await client.SendAsync(still, Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_change_from_our_own_pages_passes_and_one_with_a_key_needs_no_page()
    {
        using var page = edge.Server.CreateClient(key: null);
        page.DefaultRequestHeaders.Add("Cookie", await edge.SignInAsync());
        page.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        using var program = edge.Server.CreateClient();
        foreach (var client in new[] { page, program })
            (await client.PostAsync("/api/quotes", """{"model":"kling-2.6","prompt":"x"}""")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task No_answer_allows_other_origins_to_read_it()
    {
        using var client = edge.Server.CreateClient();
        client.DefaultRequestHeaders.Add("Origin", "https://evil.example");
        foreach (var (method, path, _) in edge.Endpoints.Where(one => one.Method == "GET"))
        {
            using var request = new HttpRequestMessage(new(method), path);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
            answer.Headers.Where(header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(path);
        }
    }

    // In KIE's words everything is 200, and the code decides.
    private static bool IsRefusal(HttpStatusCode status, string text) => status is HttpStatusCode.Forbidden
        ? text.Contains("\"cross_site\"", StringComparison.Ordinal)
        : text.Contains("\"code\":403", StringComparison.Ordinal) && text.Contains("session cookie", StringComparison.Ordinal);
}
