namespace KieAi.AspNetCore.Tests;

/// <summary>Runway, Aleph and Luma Modify on endpoints of their own.</summary>
public sealed class KieDedicatedApiTests
{
    private const string Runway = "/api/v1/runway/generate";
    private const string Extend = "/api/v1/runway/extend";
    private const string Aleph = "/api/v1/aleph/generate";
    private const string Modify = "/api/v1/modify/generate";

    [Fact]
    public async Task Runway_takes_numbers_as_strings_and_fields_that_nobody_knows()
    {
        await using var host = await KieHost.StartAsync();
        var answer = await host.PostAsync(Runway, """
            {"prompt":"A cat","duration":"5","quality":"720p","aspectRatio":"16:9","waterMark":"K","callBackUrl":"https://a.example/cb","new":1}
            """);
        answer.ShouldBe("""{"code":200,"msg":"success","data":{"taskId":"task_kling-2.6_1765182425861"}}""");
        var request = host.Backend.Asked.ShouldBeOfType<KieRunwayRequest>();
        (request.Prompt, request.Duration, request.Quality, request.AspectRatio, request.Watermark, request.CallBackUrl)
            .ShouldBe(("A cat", 5, "720p", "16:9", "K", "https://a.example/cb"));
        request.Unknown!.Keys.ShouldBe(["new"]);
    }

    [Fact]
    public async Task Each_create_call_hands_its_body_over()
    {
        await using var host = await KieHost.StartAsync();
        await host.PostAsync(Extend, """{"taskId":"a1","prompt":"It runs","quality":"720p","waterMark":"K"}""");
        host.Backend.Asked.ShouldBe(new KieRunwayExtendRequest { TaskId = "a1", Prompt = "It runs", Quality = "720p", Watermark = "K" });
        await host.PostAsync(Aleph, """{"prompt":"Snow","videoUrl":"https://a.example/v.mp4","seed":7,"uploadCn":false,"referenceImage":"https://a.example/1.png"}""");
        host.Backend.Asked.ShouldBe(
            new KieAlephRequest { Prompt = "Snow", VideoUrl = "https://a.example/v.mp4", Seed = 7, UploadCn = false, ReferenceImage = "https://a.example/1.png" });
        await host.PostAsync(Modify, """{"prompt":"Snow","videoUrl":"https://a.example/v.mp4","watermark":"K"}""");
        host.Backend.Asked.ShouldBe(new KieModifyRequest { Prompt = "Snow", VideoUrl = "https://a.example/v.mp4", Watermark = "K" });
    }

    [Theory]
    [InlineData(Runway, """{"prompt":"p","quality":"720p"}""", "duration is required")]
    [InlineData(Runway, """{"prompt":" ","duration":5,"quality":"720p"}""", "prompt is required")]
    [InlineData(Runway, """{"prompt":"p","duration":"long","quality":"720p"}""", "duration is not within the range of allowed options")]
    [InlineData(Extend, """{"prompt":"p","quality":"720p"}""", "taskId is required")]
    [InlineData(Extend, """{"taskId":"a1","prompt":"p"}""", "quality is required")]
    [InlineData(Aleph, """{"prompt":"p"}""", "videoUrl is required")]
    [InlineData(Aleph, """{"prompt":"p","videoUrl":"u","uploadCn":"no"}""", "uploadCn is not within the range of allowed options")]
    [InlineData(Modify, """{"videoUrl":"u"}""", "prompt is required")]
    public async Task Field_that_is_missing_or_of_a_wrong_type_is_named(string path, string body, string message)
    {
        await using var host = await KieHost.StartAsync();
        (await host.PostAsync(path, body)).ShouldBe($$"""{"code":422,"msg":"{{message}}","data":null}""");
        host.Backend.Call.ShouldBeNull();
    }

    [Theory]
    [InlineData("/api/v1/runway/record-detail")]
    [InlineData("/api/v1/aleph/record-info")]
    [InlineData("/api/v1/modify/record-info")]
    public async Task Keys_are_checked_and_task_ids_are_needed(string path)
    {
        await using var host = await KieHost.StartAsync();
        (await host.GetAsync(path)).ShouldBe("""{"code":400,"msg":"taskId parameter is required","data":null}""");
        host.Http.DefaultRequestHeaders.Authorization = null;
        (await host.GetAsync(path + "?taskId=a1")).ShouldBe("""{"code":401,"msg":"You do not have access permissions"}""");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(200)]
    public void Failure_never_has_the_code_of_a_success(int? code)
    {
        KieCallback.Read(KieCallbackBody.From(new KieRunwayTask { TaskId = "a1", State = "fail", FailCode = code }))!.Code.ShouldBe(500);
        KieCallback.Read(KieCallbackBody.From(new KieAlephTask { TaskId = "a1", SuccessFlag = 0, ErrorCode = code, ErrorMessage = "No." }))!.Code.ShouldBe(500);
        KieCallback.Read(KieCallbackBody.From(new KieModifyTask { TaskId = "a1", SuccessFlag = 2, ErrorCode = code }))!.Code.ShouldBe(500);
    }

    [Fact]
    public void Task_that_still_runs_has_no_callback()
    {
        Should.Throw<ArgumentException>(() => KieCallbackBody.From(new KieRunwayTask { TaskId = "a1", State = "queueing" }));
        Should.Throw<ArgumentException>(() => KieCallbackBody.From(new KieAlephTask { TaskId = "a1", SuccessFlag = 0, ErrorCode = 0 }));
        Should.Throw<ArgumentException>(() => KieCallbackBody.From(new KieModifyTask { TaskId = "a1", SuccessFlag = 0 }));
    }
}
