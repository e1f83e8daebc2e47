using System.Text;

namespace KieAi.Tests;

/// <summary>Runway, Aleph and Luma Modify on endpoints of their own: each has its own words for the same things.</summary>
public sealed class KieDedicatedTests
{
    private const string Id = "ee603959-debb-48d1-98c4-a6d1c717eba6";
    private static readonly Uri Video = new("https://file.example/k/9f.mp4");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_create_call_sends_the_documented_request()
    {
        var kie = new FakeKie(Wire.TaskAccepted);
        await kie.Client().GenerateRunwayAsync(
            new() { Prompt = "A cat", Duration = 5, Quality = "720p", ImageUrl = "https://a.example/1.png", AspectRatio = "16:9", Watermark = "K", CallBackUrl = "https://a.example/cb" },
            Cancellation);
        ShouldHaveSent(kie, "runway/generate", """
            {"prompt":"A cat","duration":5,"quality":"720p","imageUrl":"https://a.example/1.png","aspectRatio":"16:9","waterMark":"K","callBackUrl":"https://a.example/cb"}
            """);

        await kie.Client().ExtendRunwayAsync(new() { TaskId = Id, Prompt = "It runs", Quality = "1080p" }, Cancellation);
        ShouldHaveSent(kie, "runway/extend", $$"""{"taskId":"{{Id}}","prompt":"It runs","quality":"1080p"}""");

        await kie.Client().GenerateAlephAsync(
            new() { Prompt = "In winter", VideoUrl = Video.AbsoluteUri, AspectRatio = "21:9", Seed = 7, ReferenceImage = "https://a.example/1.png", Watermark = "K", UploadCn = false },
            Cancellation);
        ShouldHaveSent(kie, "aleph/generate", """
            {"prompt":"In winter","videoUrl":"https://file.example/k/9f.mp4","aspectRatio":"21:9","seed":7,"referenceImage":"https://a.example/1.png","waterMark":"K","uploadCn":false}
            """);

        (await kie.Client().GenerateModifyAsync(new() { Prompt = "In winter", VideoUrl = Video.AbsoluteUri, Watermark = "K" }, Cancellation))
            .ShouldBe("task_kling-2.6_1765182425861");
        ShouldHaveSent(kie, "modify/generate", """{"prompt":"In winter","videoUrl":"https://file.example/k/9f.mp4","watermark":"K"}""");
    }

    [Fact]
    public async Task Finished_runway_task_is_read_in_full()
    {
        var kie = new FakeKie(DedicatedWire.RunwaySucceeded);
        var task = await kie.Client().GetRunwayTaskAsync(Id, Cancellation);
        kie.Request!.RequestUri!.AbsoluteUri.ShouldBe($"https://api.kie.ai/api/v1/runway/record-detail?taskId={Id}");
        (task.TaskId, task.ParentTaskId, task.ReadState(), task.FailCode, task.ExpireFlag).ShouldBe((Id, "", KieTaskState.Success, 0, 0));
        task.ReadResultUrls().ShouldBe([Video]);
        task.GenerateParam!["expandPrompt"]!.GetValue<bool>().ShouldBeTrue();
        task.VideoInfo!.ImageUrl.ShouldBe("https://file.example/m/9f.png");
        task.GenerateTime.ShouldBe("2023-08-15 14:30:45");
    }

    [Fact]
    public async Task Failed_runway_task_has_a_number_for_its_code()
    {
        var task = await new FakeKie(DedicatedWire.RunwayFailed).Client().GetRunwayTaskAsync(Id, Cancellation);
        (task.ReadState(), task.FailCode, task.FailMsg).ShouldBe((KieTaskState.Fail, 400, "Your prompt was caught by our AI moderator."));
        task.ReadResultUrls().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("wait", KieTaskState.Waiting)]
    [InlineData("queueing", KieTaskState.Queuing)]
    [InlineData("generating", KieTaskState.Generating)]
    [InlineData("success", KieTaskState.Success)]
    [InlineData("fail", KieTaskState.Fail)]
    [InlineData("something else", KieTaskState.Unknown)]
    [InlineData(null, KieTaskState.Unknown)]
    public void State_of_a_runway_task_is_mapped_totally(string? word, KieTaskState state) => new KieRunwayTask { State = word }.ReadState().ShouldBe(state);

    [Fact]
    public async Task Finished_aleph_task_is_read_in_full()
    {
        var kie = new FakeKie(DedicatedWire.AlephSucceeded);
        var task = await kie.Client().GetAlephTaskAsync(Id, Cancellation);
        kie.Request!.RequestUri!.AbsoluteUri.ShouldBe($"https://api.kie.ai/api/v1/aleph/record-info?taskId={Id}");
        (task.TaskId, task.ReadState(), task.ErrorCode, task.CompleteTime).ShouldBe((Id, KieTaskState.Success, 0, "2023-08-15T14:30:45Z"));
        task.ReadResultUrls().ShouldBe([Video]);
        task.Response!.ResultImageUrl.ShouldBe("https://file.example/m/9f.png");
    }

    [Theory]
    [InlineData(0, 0, "", KieTaskState.Generating)]
    [InlineData(0, null, null, KieTaskState.Generating)]
    [InlineData(0, 400, "", KieTaskState.Fail)]
    [InlineData(0, null, "The video could not be fetched.", KieTaskState.Fail)]
    [InlineData(1, 0, "", KieTaskState.Success)]
    [InlineData(2, 0, "", KieTaskState.Unknown)]
    [InlineData(null, 400, "", KieTaskState.Unknown)]
    public void Zero_of_an_aleph_task_is_told_apart_by_its_error(int? flag, int? code, string? message, KieTaskState state) =>
        new KieAlephTask { SuccessFlag = flag, ErrorCode = code, ErrorMessage = message }.ReadState().ShouldBe(state);

    [Fact]
    public async Task Finished_modify_task_is_read_in_full()
    {
        var kie = new FakeKie(DedicatedWire.ModifySucceeded);
        var task = await kie.Client().GetModifyTaskAsync("774d", Cancellation);
        kie.Request!.RequestUri!.AbsoluteUri.ShouldBe("https://api.kie.ai/api/v1/modify/record-info?taskId=774d");
        (task.ReadState(), task.PromptJson, task.ErrorCode).ShouldBe((KieTaskState.Success, """{"prompt":"In winter"}""", null));
        task.ReadResultUrls().ShouldBe([Video]);
        task.Response!.OriginUrls.ShouldBe(["https://file.example/o/9f.mp4"]);
    }

    [Theory]
    [InlineData(0, KieTaskState.Generating)]
    [InlineData(1, KieTaskState.Success)]
    [InlineData(2, KieTaskState.Fail)]
    [InlineData(3, KieTaskState.Fail)]
    [InlineData(4, KieTaskState.Success)]
    [InlineData(5, KieTaskState.Unknown)]
    [InlineData(null, KieTaskState.Unknown)]
    public void State_of_a_modify_task_is_mapped_totally(int? flag, KieTaskState state) => new KieModifyTask { SuccessFlag = flag }.ReadState().ShouldBe(state);

    [Theory]
    [InlineData(DedicatedWire.RunwayCallbackSucceeded, 200, true)]
    [InlineData(DedicatedWire.RunwayCallbackFailed, 400, false)]
    [InlineData(DedicatedWire.RunwayExtendCallbackFailed, 500, false)]
    [InlineData(DedicatedWire.AlephCallbackSucceeded, 200, true)]
    [InlineData(DedicatedWire.AlephCallbackFailed, 400, false)]
    [InlineData(DedicatedWire.ModifyCallbackSucceeded, 200, true)]
    [InlineData(DedicatedWire.ModifyCallbackFailed, 501, false)]
    public void Callback_of_each_names_its_task_and_its_video(string body, int code, bool success)
    {
        var callback = KieCallback.Read(Encoding.UTF8.GetBytes(body))!;
        callback.TaskId.ShouldBeOneOf(Id, "774d9a7dd608a0e49293903095e45a4c");
        (callback.Code, callback.IsSuccess).ShouldBe((code, success));
        callback.ResultUrls.ShouldBe(success ? [Video] : []);
    }

    private static void ShouldHaveSent(FakeKie kie, string path, string body)
    {
        kie.Request!.RequestUri!.AbsoluteUri.ShouldBe("https://api.kie.ai/api/v1/" + path);
        kie.Body.ShouldBe(body);
    }
}
