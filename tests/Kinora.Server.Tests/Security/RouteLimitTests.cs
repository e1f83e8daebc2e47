using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Kinora.Server.Hosting;
using Kinora.Testing;
using Microsoft.AspNetCore.Http.Metadata;

namespace Kinora.Server.Tests.Security;

/// <summary>No route reads more than fits it: one byte more is refused, announced or not, in the words of the API that was called.</summary>
[Collection(EdgeServer.Collection)]
public sealed class RouteLimitTests(EdgeServer edge)
{
    private const int Megabyte = 1024 * 1024;
    private static readonly string[] Bodiless = ["GET", "HEAD", "OPTIONS"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_route_refuses_one_byte_more_than_it_takes_by_the_announcement_alone()
    {
        var passed = new List<string>();
        foreach (var (method, path, endpoint) in edge.Endpoints.Where(one => !Bodiless.Contains(one.Method)))
        {
            var limit = endpoint.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? BodyLimit.Default;
            // KIE's calls bound themselves, and say so in their envelope: its own rows are below.
            if (limit == long.MaxValue) continue;
            var answer = await edge.SendHeadAsync(method, path, "Content-Type: application/json", $"Content-Length: {limit + 1}");
            if (!answer.StartsWith("HTTP/1.1 413 ", StringComparison.Ordinal)) passed.Add($"{method} {path}: {answer}");
        }

        passed.ShouldBeEmpty();
    }

    /// <summary>Path, content type, the bytes that are too many by one, and the words by which the API refuses them.</summary>
    [Theory]
    [InlineData("/api/quotes", "application/json", Megabyte, 413, "\"too_large\"")]
    [InlineData("/api/assets", "application/json", 16 * 1024, 413, "\"too_large\"")]
    [InlineData("/api/assets", "image/png", 50 * Megabyte, 413, "\"too_large\"")]
    [InlineData("/api/webhooks/kie", "application/json", Megabyte, 413, "\"too_large\"")]
    [InlineData("/v1/videos", "application/json", 70 * Megabyte, 413, "\"error\":{")]
    [InlineData("/api/v1/jobs/createTask", "application/json", Megabyte, 200, "{\"code\":400,\"msg\":\"The request body is larger than 1 MB\"")]
    [InlineData("/api/file-url-upload", "application/json", Megabyte, 200, "{\"success\":false,\"code\":400,\"msg\":\"The request body is larger than 1 MB\"")]
    [InlineData("/api/file-base64-upload", "application/json", 16 * Megabyte, 200, "{\"success\":false,\"code\":400,\"msg\":\"The file is larger than 16 MB")]
    public async Task One_byte_more_is_refused_with_and_without_its_length(string path, string type, int limit, int status, string says)
    {
        var body = BodyOf(path, type, limit + 1);
        foreach (var announced in new[] { true, false })
        {
            using var client = edge.Server.CreateClient();
            client.DefaultRequestHeaders.TransferEncodingChunked = !announced;
            using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
            using var answer = await client.PostAsync(path, content, Stop);
            var text = await answer.Content.ReadAsStringAsync(Stop);
            ((int)answer.StatusCode).ShouldBe(status, text);
            text.Replace(": ", ":", StringComparison.Ordinal).ShouldContain(says);
        }
    }

    // Nothing is wrong with any of it but its size, as far as its reader can tell.
    private static byte[] BodyOf(string path, string type, int bytes)
    {
        if (path == "/api/file-base64-upload") return Encoding.ASCII.GetBytes($$"""{"uploadPath":"a","base64Data":"{{Convert.ToBase64String(new byte[bytes])}}"}""");
        var body = new byte[bytes];
        body.AsSpan().Fill((byte)' ');
        if (type == "image/png") PlainPng.Of(8, 8).CopyTo(body, 0);
        return body;
    }

    [Fact]
    public async Task As_much_as_is_allowed_is_taken()
    {
        using var client = edge.Server.CreateClient();
        const string form = """{"model":"kling-2.6","prompt":"x"}""";
        using var content = new StringContent(form.PadRight(Megabyte), Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync("/api/quotes", content, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task Form_with_a_file_in_the_words_of_kie_is_bounded_too()
    {
        var answer = await edge.SendHeadAsync("POST", "/api/file-stream-upload", "Content-Type: multipart/form-data; boundary=x", $"Content-Length: {501L * Megabyte + 1}");
        answer.ShouldStartWith("HTTP/1.1 200 ");
        answer.ShouldContain("\"success\":false,\"code\":400");
    }
}
