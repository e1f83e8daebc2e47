using System.Net;
using Kinora.Sandbox.Tests.Rendering;

namespace Kinora.Sandbox.Tests;

public sealed class UploadTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Uploaded_picture_is_what_the_video_shows_in_its_own_ratio()
    {
        using var studio = new Studio();
        var picture = await studio.PictureAsync("testsrc2=s=300x300");
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await Caller.StartAsync();

        var url = await caller.UploadAsync("images/a b", "pic ture.png", await File.ReadAllBytesAsync(picture.Path, Stop));
        var taskId = await caller.CreateAsync(
            "kling-2.6/image-to-video", new { prompt = "it moves", image_urls = new[] { url }, duration = "5", sound = false }, inbox.Address);
        await inbox.NextAsync();

        var record = await caller.RecordAsync(taskId);
        record["state"]!.GetValue<string>().ShouldBe("success", record.ToJsonString());
        var video = studio["video.mp4"];
        await File.WriteAllBytesAsync(video, await caller.Http.GetByteArrayAsync($"/files/{taskId}/video.mp4", Stop), Stop);
        (await studio.ProbeAsync(video)).ShouldSatisfyAllConditions(facts => facts.Width.ShouldBe(160), facts => facts.Height.ShouldBe(160));
        Studio.Distance(await studio.LookAsync(picture.Path), await studio.LookAsync(video)).ShouldBeLessThan(8);
    }

    [Fact]
    public async Task Upload_is_served_as_what_it_is_and_never_as_a_page()
    {
        await using var caller = await Caller.StartAsync();
        var url = await caller.UploadAsync("pages", "page.html", "<script>alert(1)</script>, long enough for a header"u8.ToArray());

        using var answer = await caller.Http.GetAsync(url, Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Theory]
    [InlineData("/uploads/..%2ftasks%2fx.json")]
    [InlineData("/uploads/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/uploads//etc/passwd")]
    [InlineData("/uploads/missing.png")]
    [InlineData("/files/..%2f..%2fx/video.mp4")]
    public async Task Address_outside_of_the_uploads_is_not_found(string address)
    {
        await using var caller = await Caller.StartAsync();

        (await caller.Http.GetAsync(address, Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a/x")]
    [InlineData("a/x/y")]
    [InlineData("a/x/y/z")]
    public async Task Folder_and_file_of_one_name_are_refused(string path)
    {
        await using var caller = await Caller.StartAsync();
        await caller.UploadAsync("a", "x", new byte[1]);
        await caller.UploadAsync("a/b", "c", new byte[1]);

        var answer = await caller.PostAsync("/api/file-base64-upload", new { base64Data = "QUJD", uploadPath = path, fileName = "b" });

        (answer["code"]!.GetValue<int>(), answer["msg"]!.GetValue<string>()).ShouldBe((400, "Invalid parameter: uploadPath"));
    }

    [Theory]
    [InlineData("upload:images/a.png")]
    [InlineData("take:{0}/still.jpg")]
    public async Task Name_that_the_sandbox_has_for_its_own_files_is_no_address(string address)
    {
        using var studio = new Studio();
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await Caller.StartAsync();
        await caller.UploadAsync("images", "a.png", await File.ReadAllBytesAsync((await studio.PictureAsync("testsrc2=s=300x300")).Path, Stop));
        var runway = await caller.PostAsync(
            "/api/v1/runway/generate", new { prompt = "x", duration = 5, quality = "720p", aspectRatio = "1:1", callBackUrl = inbox.Address });
        await inbox.NextAsync();
        var given = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, runway["data"]!["taskId"]);

        var taskId = await caller.CreateAsync(
            "kling-2.6/image-to-video", new { prompt = "it moves", image_urls = new[] { given }, duration = "5", sound = false }, inbox.Address);
        await inbox.NextAsync();

        (await caller.RecordAsync(taskId))["failCode"]!.GetValue<string>().ShouldBe("451");
    }

    [Fact]
    public async Task Upload_that_is_no_picture_makes_the_task_fail()
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await Caller.StartAsync();
        var url = await caller.UploadAsync("images", "a.png", "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n and more text"u8.ToArray());

        var taskId = await caller.CreateAsync(
            "kling-2.6/image-to-video", new { prompt = "it moves", image_urls = new[] { url }, duration = "5", sound = false }, inbox.Address);
        await inbox.NextAsync();

        var record = await caller.RecordAsync(taskId);
        (record["state"]!.GetValue<string>(), record["failCode"]!.GetValue<string>()).ShouldBe(("fail", "400"));
    }
}
