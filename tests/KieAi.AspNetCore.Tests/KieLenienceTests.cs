using System.Text;

namespace KieAi.AspNetCore.Tests;

/// <summary>What the server takes although KIE's pages write it otherwise.</summary>
public sealed class KieLenienceTests
{
    private const string Accepted = """{"code":200,"msg":"success","data":{"taskId":"task_kling-2.6_1765182425861"}}""";

    [Theory]
    [InlineData("/api/v1/veo/generate", """{"prompt":"p","watermark":"W"}""")]
    [InlineData("/api/v1/veo/generate", """{"prompt":"p","waterMark":"W"}""")]
    [InlineData("/api/v1/veo/generate", """{"prompt":"p","waterMark":"W","watermark":null}""")]
    [InlineData("/api/v1/veo/generate", """{"prompt":"p","waterMark":"other","watermark":"W"}""")]
    [InlineData("/api/v1/veo/extend", """{"prompt":"p","taskId":"a1","waterMark":"W"}""")]
    [InlineData("/api/v1/runway/generate", """{"prompt":"p","duration":5,"quality":"720p","watermark":"W"}""")]
    [InlineData("/api/v1/runway/generate", """{"prompt":"p","duration":"5","quality":"720p","waterMark":"W"}""")]
    [InlineData("/api/v1/runway/generate", """{"prompt":"p","videoUrl":"v","watermark":"W"}""")]
    [InlineData("/api/v1/runway/extend", """{"prompt":"p","taskId":"a1","quality":"720p","watermark":"W"}""")]
    [InlineData("/api/v1/aleph/generate", """{"prompt":"p","videoUrl":"v","watermark":"W"}""")]
    [InlineData("/api/v1/modify/generate", """{"prompt":"p","videoUrl":"v","waterMark":"W"}""")]
    public async Task Watermark_is_taken_in_both_spellings(string path, string body)
    {
        await using var host = await KieHost.StartAsync();
        (await host.PostAsync(path, body)).ShouldBe(Accepted);
        var request = host.Backend.Asked.ShouldNotBeNull();
        request.GetType().GetProperty("Watermark")!.GetValue(request).ShouldBe("W");
        request.GetType().GetProperty("Unknown")!.GetValue(request).ShouldBeNull();
    }

    [Theory]
    [InlineData("/api/v1/veo/extend", """{"task_id":"a1","prompt":"p"}""")]
    [InlineData("/api/v1/veo/get-4k-video", """{"task_id":"a1","index":"0"}""")]
    [InlineData("/api/v1/runway/extend", """{"task_id":"a1","prompt":"p","quality":"720p"}""")]
    public async Task Task_id_in_a_body_is_taken_in_both_spellings(string path, string body)
    {
        await using var host = await KieHost.StartAsync();
        await host.PostAsync(path, body);
        var request = host.Backend.Asked.ShouldNotBeNull();
        request.GetType().GetProperty("TaskId")!.GetValue(request).ShouldBe("a1");
    }

    [Theory]
    [InlineData("/api/v1/jobs/recordInfo?task_id=a%2Fb", "a/b")]
    [InlineData("/api/v1/veo/record-info?taskId=a1&task_id=b1", "a1")]
    public async Task Task_id_in_a_query_is_taken_in_both_spellings(string path, string taskId)
    {
        await using var host = await KieHost.StartAsync();
        await host.GetAsync(path);
        host.Backend.Asked.ShouldBe(taskId);
    }

    [Theory]
    [InlineData("aspectRatio", "9")]
    [InlineData("aspect_ratio", "[]")]
    public async Task Wrong_field_is_named_as_the_caller_spelled_it(string name, string value)
    {
        await using var host = await KieHost.StartAsync();
        (await host.PostAsync("/api/v1/veo/generate", $$"""{"prompt":"p","{{name}}":{{value}}}"""))
            .ShouldBe($$"""{"code":422,"msg":"{{name}} is not within the range of allowed options","data":null}""");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("nonsense")]
    [InlineData(null)]
    public async Task Json_is_json_whatever_its_content_type_says(string? contentType)
    {
        await using var host = await KieHost.StartAsync();
        var content = new ByteArrayContent([.. Encoding.UTF8.Preamble, .. """{"model":"m"}"""u8]);
        if (contentType is not null) content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        (await host.PostAsync("/api/v1/jobs/createTask", content)).ShouldBe(Accepted);
    }

    [Theory]
    [InlineData("taskId=a1", 0)]
    [InlineData("taskId=a1&index=", 0)]
    [InlineData("taskId=a1&index=2", 2)]
    public async Task Index_of_a_video_is_zero_unless_it_is_told(string query, int index)
    {
        await using var host = await KieHost.StartAsync();
        await host.GetAsync("/api/v1/veo/get-1080p-video?" + query);
        host.Backend.Asked.ShouldBe(("a1", index));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("first")]
    [InlineData("1.0")]
    [InlineData("99999999999")]
    public async Task Index_that_is_no_whole_number_is_refused(string index)
    {
        const string refused = """{"code":422,"msg":"index is not within the range of allowed options","data":null}""";
        await using var host = await KieHost.StartAsync();
        (await host.GetAsync("/api/v1/veo/get-1080p-video?taskId=a1&index=" + index)).ShouldBe(refused);
        (await host.PostAsync("/api/v1/veo/get-4k-video", $$"""{"taskId":"a1","index":"{{index}}"}""")).ShouldBe(refused);
        host.Backend.Call.ShouldBeNull();
    }
}
