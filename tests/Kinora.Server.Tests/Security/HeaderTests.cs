using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kinora.Server.Hosting;
using Microsoft.AspNetCore.Http;

namespace Kinora.Server.Tests.Security;

/// <summary>What browsers are told about every answer.</summary>
[Collection(EdgeServer.Collection)]
public sealed partial class HeaderTests(EdgeServer edge)
{
    private static readonly string[] Pages = ["/", "/sign-in", "/library", "/create/anything", "/share/abc", "/docs/api"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_endpoint_and_page_answers_with_all_of_them()
    {
        var described = JsonNode.Parse(await File.ReadAllTextAsync(Repository.Path("docs", "openapi.json"), Stop))!["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(operation => (operation.Key, Parameter().Replace(path.Key, "1"))));
        var all = edge.Endpoints.Select(one => (one.Method, one.Path)).Concat(described).Concat(Pages.Select(page => ("GET", page))).Distinct().ToArray();
        using var owner = edge.Server.CreateClient();
        using var stranger = edge.Server.CreateClient(key: null);
        foreach (var (method, path) in all)
        {
            // Of a change, the refusal: it would change something for the owner.
            var client = method.Equals("GET", StringComparison.OrdinalIgnoreCase) ? owner : stranger;
            using var request = new HttpRequestMessage(new(method.ToUpperInvariant()), path);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
            Check(answer, $"{method} {path}: {(int)answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType is "text/html") CheckPage(answer, path);
        }
    }

    [Fact]
    public async Task Pages_run_no_script_but_their_own_files()
    {
        using var client = edge.Server.CreateClient(key: null);
        foreach (var path in Pages)
        {
            using var page = await client.GetAsync(path, Stop);
            page.StatusCode.ShouldBe(HttpStatusCode.OK);
            page.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
            var html = await page.Content.ReadAsStringAsync(Stop);
            InlineScript().Matches(html).ShouldBeEmpty(path);
            Handler().Matches(html).ShouldBeEmpty(path);
            ForeignFile().Matches(html).ShouldBeEmpty(path);
        }
    }

    [Theory]
    [InlineData(null, "http", false)]
    [InlineData(null, "https", true)]
    [InlineData("https://videos.example.com", "http", true)]
    [InlineData("http://videos.example.com", "http", false)]
    public async Task Browsers_keep_to_https_where_the_server_is_reached_by_it(string? publicUrl, string scheme, bool expected)
    {
        var options = new KinoraOptions { DataFolder = "", CatalogFolder = "", StudioFolder = "", Urls = [], PublicUrl = publicUrl is null ? null : new(publicUrl) };
        var context = new DefaultHttpContext { Request = { Scheme = scheme } };
        await new SecurityHeaders(options).AddAsync(context, _ => Task.CompletedTask);
        context.Response.Headers.StrictTransportSecurity.ToString().ShouldBe(expected ? "max-age=31536000" : "");
    }

    [Theory]
    [InlineData("video/mp4", "video/mp4", null)]
    [InlineData("image/png", "image/png", null)]
    [InlineData("text/html", "application/octet-stream", "attachment")]
    [InlineData("image/svg+xml", "application/octet-stream", "attachment")]
    [InlineData("application/xhtml+xml", "application/octet-stream", "attachment")]
    public void Stored_file_that_is_no_medium_is_saved_and_not_shown(string found, string sent, string? disposition)
    {
        var context = new DefaultHttpContext();
        var result = StoredContent.Send(context, Stream.Null, found, "tag", downloadName: null).ShouldBeOfType<Microsoft.AspNetCore.Http.HttpResults.FileStreamHttpResult>();
        result.ContentType.ShouldBe(sent);
        (result.FileDownloadName is { Length: > 0 } ? "attachment" : null).ShouldBe(disposition);
    }

    [Fact]
    public async Task Stored_file_is_served_in_a_sandbox_as_what_it_was_found_to_be()
    {
        using var client = edge.Server.CreateClient();
        // A picture with a page behind its pixels, under the name and type of a page.
        byte[] both = [.. Kinora.Testing.PlainPng.Of(64, 64)];
        using var form = new MultipartFormDataContent { { new ByteArrayContent(both) { Headers = { ContentType = new("text/html") } }, "file", "page.html" } };
        using var uploaded = await client.PostAsync("/api/assets", form, Stop);
        var asset = await uploaded.JsonAsync();
        using var served = await client.GetAsync(asset.Text("url"), Stop);

        served.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        var policy = served.Headers.GetValues("Content-Security-Policy").Single();
        policy.Split("; ").ShouldContain("sandbox allow-same-origin");
        policy.Split("; ").ShouldContain("default-src 'none'");
        policy.ShouldNotContain("script");
        served.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        served.Headers.CacheControl!.Private.ShouldBeTrue();
    }

    private static void Check(HttpResponseMessage answer, string what)
    {
        string One(string name) => Header(answer, name);
        One("X-Content-Type-Options").ShouldBe("nosniff", what);
        One("Cross-Origin-Resource-Policy").ShouldBe("same-origin", what);
        One("X-Robots-Tag").ShouldContain("noindex", Case.Sensitive, what);
        var policy = One("Content-Security-Policy").Split(';', StringSplitOptions.TrimEntries).ToDictionary(rule => rule.Split(' ')[0], rule => rule);
        policy["frame-ancestors"].ShouldBe("frame-ancestors 'none'", what);
        policy.GetValueOrDefault("script-src", policy["default-src"]).ShouldBeOneOf("default-src 'self'", "default-src 'none'");
        policy.GetValueOrDefault("script-src", policy["default-src"]).ShouldNotContain("unsafe");
        var cache = answer.Headers.CacheControl.ShouldNotBeNull(what);
        if (answer.Content.Headers.ContentType?.MediaType is "text/html") cache.NoCache.ShouldBeTrue(what);
        else (cache.NoStore || cache.Private).ShouldBeTrue(what);
    }

    private static void CheckPage(HttpResponseMessage page, string path)
    {
        Header(page, "Referrer-Policy").ShouldBe("no-referrer", path);
        Header(page, "Permissions-Policy").ShouldContain("camera=()", Case.Sensitive, path);
        Header(page, "Cross-Origin-Opener-Policy").ShouldBe("same-origin", path);
        Header(page, "X-Frame-Options").ShouldBe("DENY", path);
        Header(page, "Content-Security-Policy").ShouldContain("default-src 'self'", Case.Sensitive, path);
    }

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join("; ", values) : "";

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();

    // With something between the tags, whatever they say.
    [GeneratedRegex(@"<script[^>]*>\s*[^<\s]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InlineScript();

    [GeneratedRegex(@"<[a-z][^>]*\son[a-z]+\s*=|javascript:", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Handler();

    [GeneratedRegex(@"(src|href)\s*=\s*[""'](https?:)?//", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ForeignFile();
}
