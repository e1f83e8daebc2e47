using System.Net;
using System.Text;

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
        (asset.Text("kind"), asset.Text("contentType"), asset.Number("width")).ShouldBe(("image", "image/png", 1));
        asset["hasAudio"]!.GetValue<bool>().ShouldBeFalse();
        (asset["durationSeconds"], asset["frameRate"]).ShouldBe((null, null));
        answer.Headers.Location!.ToString().ShouldBe(asset.Text("url"));

        using var served = await client.GetAsync(asset.Text("url"), Stop);
        served.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        (await served.Content.ReadAsByteArrayAsync(Stop)).ShouldBe(Pictures.Png);
    }

    [Theory]
    [InlineData("text/plain", "hello")]
    [InlineData("image/png", "this is no picture")]
    [InlineData("image/png", "")]
    [InlineData("audio/mpeg", "#EXTM3U\n#EXTINF:10,\nfile:///etc/hosts\n")]
    [InlineData("video/mp4", "ffconcat version 1.0\nfile /etc/hosts\n")]
    [InlineData("video/mp4", "<!DOCTYPE html><script>alert(1)</script>")]
    [InlineData("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>")]
    [InlineData("multipart/form-data", "no boundary")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\n1\r\n--x--\r\n")]
    public async Task What_is_none_of_the_kinds_is_415(string type, string body)
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        using var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await client.PostAsync("/api/assets", content, Stop);
        await answer.ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported_media");
    }

    [Theory]
    [InlineData("--x\r\nContent-Disposition: form-data; na")]
    [InlineData("--x\r\nContent-Disposition: form-data; name=file; filename=fox.png\r\n\r\n\u0089PNG")]
    public async Task Form_that_breaks_off_is_400(string body)
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        using var content = new ByteArrayContent(Encoding.Latin1.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        using var answer = await client.PostAsync("/api/assets", content, Stop);
        await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_input");
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("video/mp4")]
    public async Task Picture_of_50_MB_and_a_byte_is_too_large_whatever_it_is_called(string type)
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        var bytes = new byte[50 * 1024 * 1024 + 1];
        Pictures.Png.CopyTo(bytes, 0);
        using var content = new ByteArrayContent(bytes) { Headers = { ContentType = new(type) } };
        using var answer = await client.PostAsync("/api/assets", content, Stop);
        var problem = await answer.ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too_large");
        problem.Text("detail").ShouldBe("The picture is larger than 50 MB.");
    }

    [Fact]
    public async Task Body_larger_than_any_kind_is_refused_before_it_is_sent()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        client.DefaultRequestHeaders.ExpectContinue = true;
        using var content = new StreamContent(Stream.Null) { Headers = { ContentType = new("video/mp4"), ContentLength = 501 * 1024 * 1024 } };
        using var answer = await client.PostAsync("/api/assets", content, Stop);
        await answer.ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too_large");
    }

    [Theory]
    [InlineData("video/mp4")]
    [InlineData("application/octet-stream")]
    [InlineData("audio/ogg; codecs=opus")]
    public async Task Video_is_stored_measured_and_served_in_ranges(string type)
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        await using var origin = await ClipOrigin.StartAsync();
        var clip = await origin.BytesAsync();
        using var content = new ByteArrayContent(clip);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await client.PostAsync("/api/assets", content, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        var asset = await answer.JsonAsync();
        (asset.Text("kind"), asset.Text("contentType")).ShouldBe(("video", "video/mp4"));
        (asset.Number("width"), asset.Number("height"), asset.Number("frameRate"), asset.Number("bytes")).ShouldBe((160, 90, 10, clip.Length));
        asset.Number("durationSeconds").ShouldBe(1);
        asset["hasAudio"]!.GetValue<bool>().ShouldBeFalse();

        using var request = new HttpRequestMessage(HttpMethod.Get, asset.Text("url")) { Headers = { Range = new(100, 199) } };
        using var part = await client.SendAsync(request, Stop);
        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        part.Content.Headers.ContentType!.MediaType.ShouldBe("video/mp4");
        part.Content.Headers.ContentRange!.ToString().ShouldBe($"bytes 100-199/{clip.Length}");
        (await part.Content.ReadAsByteArrayAsync(Stop)).ShouldBe(clip[100..200]);
    }

    [Fact]
    public async Task Sound_is_stored_and_served_as_what_it_is()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        using var part = new ByteArrayContent(Sounds.Wave(seconds: 2)) { Headers = { ContentType = new("text/html") } };
        using var form = new MultipartFormDataContent { { part, "file", "voice.html" } };
        using var answer = await client.PostAsync("/api/assets", form, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        var asset = await answer.JsonAsync();
        (asset.Text("kind"), asset.Text("contentType"), asset.Number("durationSeconds"), asset.Number("width")).ShouldBe(("audio", "audio/wav", 2, 0));
        (asset["hasAudio"]!.GetValue<bool>(), asset["frameRate"]).ShouldBe((true, null));

        using var served = await client.GetAsync(asset.Text("url"), Stop);
        served.Content.Headers.ContentType!.MediaType.ShouldBe("audio/wav");
        served.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }
}
