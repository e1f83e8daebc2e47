using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace KieAi.AspNetCore.Tests;

/// <summary>The API on a real Kestrel, on a port of its own.</summary>
internal sealed class KieHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private KieHost(WebApplication app, TestBackend backend)
    {
        _app = app;
        Backend = backend;
        Address = new Uri(app.Urls.Single());
        Http = new HttpClient { BaseAddress = Address };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", TestBackend.Key);
        Client = new KieClient(new HttpClient(), new KieClientOptions { ApiKey = TestBackend.Key, BaseUrl = Address, UploadBaseUrl = Address });
    }

    public TestBackend Backend { get; }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public KieClient Client { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<KieHost> StartAsync(TestBackend? backend = null, Action<WebApplication>? map = null)
    {
        backend ??= new TestBackend();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");

        // As patient as Kestrel always is, but sooner at the end of its patience.
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(240, TimeSpan.FromSeconds(1.5)));
        var app = builder.Build();
        app.MapKieApi(backend);
        map?.Invoke(app);
        await app.StartAsync(Cancellation);
        return new KieHost(app, backend);
    }

    public Task<string> PostAsync(string path, string json) => PostAsync(path, new StringContent(json, Encoding.UTF8, "application/json"));

    /// <summary>Posts and answers the body, which always comes with HTTP 200.</summary>
    public async Task<string> PostAsync(string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        return await SendAsync(request);
    }

    public Task<string> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public async Task<string> SendAsync(HttpRequestMessage request)
    {
        using var response = await Http.SendAsync(request, Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        return await response.Content.ReadAsStringAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}

internal static class Json
{
    /// <summary>Same values, whatever the order of the fields.</summary>
    public static void ShouldBeJson(this string actual, string expected)
    {
        using var left = JsonDocument.Parse(actual);
        using var right = JsonDocument.Parse(expected);
        JsonElement.DeepEquals(left.RootElement, right.RootElement).ShouldBeTrue($"{actual}\nshould be\n{expected}");
    }
}
