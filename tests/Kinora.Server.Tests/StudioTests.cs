using System.Net;

namespace Kinora.Server.Tests;

public sealed class StudioTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-studio-").FullName;
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_is_served_for_every_address_that_is_nobody_elses()
    {
        Build();
        await using var server = await TestServer.StartAsync(o => o with { StudioFolder = _folder });
        using var client = server.CreateClient(key: null);
        foreach (var path in new[] { "/", "/sign-in?token=abc", "/create/anything" })
        {
            using var page = await client.GetAsync(path, Stop);
            (await page.Content.ReadAsStringAsync(Stop)).ShouldBe("<p>studio</p>");
            page.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
            page.Headers.CacheControl!.NoCache.ShouldBeTrue();
            page.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
            page.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
            page.Headers.GetValues("Referrer-Policy").Single().ShouldBe("no-referrer");
        }
    }

    [Fact]
    public async Task Files_with_a_hash_in_their_name_are_kept_for_ever()
    {
        Build();
        await using var server = await TestServer.StartAsync(o => o with { StudioFolder = _folder });
        using var client = server.CreateClient(key: null);
        using var script = await client.GetAsync("/assets/app-1a2b.js", Stop);
        script.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        script.Headers.CacheControl!.ToString().ShouldContain("immutable");
        using var icon = await client.GetAsync("/icon.svg", Stop);
        icon.Headers.CacheControl!.NoCache.ShouldBeTrue();
    }

    [Theory]
    [InlineData("GET", "/assets/app-old.js")]
    [InlineData("GET", "/api/nothing")]
    [InlineData("POST", "/create")]
    public async Task Page_is_not_served_in_place_of_what_is_missing(string method, string path)
    {
        Build();
        await using var server = await TestServer.StartAsync(o => o with { StudioFolder = _folder });
        using var client = server.CreateClient(key: null);
        using var request = new HttpRequestMessage(new(method), path);
        using var answer = await client.SendAsync(request, Stop);
        await answer.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Studio_that_is_not_built_says_so()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient(key: null);
        using var page = await client.GetAsync("/", Stop);
        page.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await page.Content.ReadAsStringAsync(Stop)).ShouldContain("The studio is not built");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Build()
    {
        File.WriteAllText(Path.Combine(_folder, "index.html"), "<p>studio</p>");
        File.WriteAllText(Path.Combine(_folder, "icon.svg"), "<svg/>");
        Directory.CreateDirectory(Path.Combine(_folder, "assets"));
        File.WriteAllText(Path.Combine(_folder, "assets", "app-1a2b.js"), "1");
    }
}
