using System.Net;

namespace Kinora.Server.Tests;

public sealed class AssetTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Picture_is_stored_and_served_as_what_it_is(bool asForm)
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        using var raw = new ByteArrayContent(Pictures.Png) { Headers = { ContentType = new("image/jpeg") } };
        using var form = new MultipartFormDataContent { { new StringContent("ignored"), "note" }, { raw, "file", "../../pixel.png" } };
        using var answer = await client.PostAsync("/api/assets", asForm ? form : raw, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        var asset = await answer.JsonAsync();
        asset.Text("contentType").ShouldBe("image/png");
        asset.Number("width").ShouldBe(1);
        answer.Headers.Location!.ToString().ShouldBe(asset.Text("url"));

        using var served = await client.GetAsync(asset.Text("url"), Stop);
        served.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        (await served.Content.ReadAsByteArrayAsync(Stop)).ShouldBe(Pictures.Png);
    }

    [Theory]
    [InlineData("text/plain", "hello")]
    [InlineData("image/png", "this is no picture")]
    [InlineData("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>")]
    [InlineData("multipart/form-data", "no boundary")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\n1\r\n--x--\r\n")]
    public async Task What_is_no_picture_is_415(string type, string body)
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        using var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await client.PostAsync("/api/assets", content, Stop);
        await answer.ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported_media");
    }

    [Fact]
    public async Task Form_that_breaks_off_is_400()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        using var content = new ByteArrayContent("--x\r\nContent-Disposition: form-data; na"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        using var answer = await client.PostAsync("/api/assets", content, Stop);
        await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_input");
    }

    [Fact]
    public async Task Twenty_MB_and_a_byte_are_too_large()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        var bytes = new byte[20 * 1024 * 1024 + 1];
        Pictures.Png.CopyTo(bytes, 0);
        using var content = new ByteArrayContent(bytes) { Headers = { ContentType = new("image/png") } };
        using var answer = await client.PostAsync("/api/assets", content, Stop);
        await answer.ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too_large");
    }
}
