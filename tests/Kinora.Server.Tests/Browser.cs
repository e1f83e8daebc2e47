using System.Net;
using System.Net.Http.Json;

namespace Kinora.Server.Tests;

/// <summary>A browser without scripts: it keeps cookies, says where it comes from, and follows no redirect by itself.</summary>
internal sealed class Browser : IDisposable
{
    private readonly SocketsHttpHandler _handler = new() { CookieContainer = new(), AllowAutoRedirect = false };

    public Browser(TestServer server)
    {
        Http = new(_handler) { BaseAddress = server.Url };
        Http.DefaultRequestHeaders.Add("Origin", server.Url.GetLeftPart(UriPartial.Authority));
        Http.DefaultRequestHeaders.Add("User-Agent", "Browser/1.0");
    }

    public HttpClient Http { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Signed in by a link.</summary>
    public static async Task<Browser> WithLinkAsync(TestServer server, Uri link)
    {
        var browser = new Browser(server);
        (await browser.SignInAsync(new { token = link.Query["?token=".Length..] })).ShouldBe(HttpStatusCode.NoContent);
        return browser;
    }

    public async Task<HttpStatusCode> SignInAsync(object credential)
    {
        using var answer = await Http.PostAsJsonAsync("/api/sessions", credential, Stop);
        return answer.StatusCode;
    }

    public async Task<HttpStatusCode> StatusAsync(string method, string path)
    {
        using var request = new HttpRequestMessage(new(method), path);
        using var answer = await Http.SendAsync(request, Stop);
        return answer.StatusCode;
    }

    /// <summary>Where an address sends the browser.</summary>
    public async Task<Uri> RedirectAsync(Uri address)
    {
        using var answer = await Http.GetAsync(address, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(Stop));
        return answer.Headers.Location!;
    }

    public void Dispose() => Http.Dispose();
}
