using System.Text;
using System.Text.Json;

namespace KieAi.AspNetCore.Tests;

public sealed class KieCallbackBodyTests
{
    [Fact]
    public void Jobs_success_is_the_documented_body() => Text(KieCallbackBody.From(
        new KieTask
        {
            TaskId = "281e5b0f39b9", Model = "kling-2.6/text-to-video", State = "success", Param = """{"input":{}}""",
            ResultJson = """{"resultUrls":["https://tempfile.aiquickdraw.com/v/9f.mp4"]}""", CostTime = 8, CreateTime = 1756817871000,
            UpdateTime = 1756817879000, CompleteTime = 1756817879000, FailCode = "", FailMsg = "", CreditsConsumed = 100,
        }, remainedCredits: 2510330)).ShouldBeJson(Wire.JobsCallbackSucceeded.Replace("\"consumeCredits\":100", "\"consumeCredits\":100,\"creditsConsumed\":100", StringComparison.Ordinal));

    [Fact]
    public void Jobs_failure_is_the_documented_body()
    {
        var body = Text(KieCallbackBody.From(new KieTask
        {
            TaskId = "281e5b0f39b9", Model = "m", State = "fail", Param = "{}", ResultJson = "", FailCode = "500", FailMsg = "Internal server error",
        }));
        body.ShouldBeJson("""
            {"code":501,"msg":"Playground task failed.","data":{"taskId":"281e5b0f39b9","model":"m","state":"fail","param":"{}","resultJson":null,
            "failCode":"500","failMsg":"Internal server error","costTime":null,"completeTime":null,"createTime":null,"updateTime":null,"consumeCredits":0}}
            """);
        // Every field that the documented sample has, with its value.
        using var sample = JsonDocument.Parse(Wire.JobsCallbackFailed);
        using var written = JsonDocument.Parse(body);
        foreach (var field in sample.RootElement.GetProperty("data").EnumerateObject())
            JsonElement.DeepEquals(written.RootElement.GetProperty("data").GetProperty(field.Name), field.Value).ShouldBeTrue(field.Name);
    }

    [Fact]
    public void Veo_success_is_the_documented_body() => Text(KieCallbackBody.From(new KieVeoTask
    {
        TaskId = "veo_task_abcdef123456", ParamJson = """{"prompt":"A dog"}""", SuccessFlag = 1,
        Response = new KieVeoResult
        {
            ResultUrls = ["http://example.com/video1.mp4"], OriginUrls = ["http://example.com/original_video1.mp4"], Resolution = "1080p",
        },
    })).ShouldBeJson(Wire.VeoCallbackSucceeded);

    [Fact]
    public void Veo_failure_is_the_documented_body() => Text(KieCallbackBody.From(new KieVeoTask
    {
        TaskId = "veo_task_abcdef123456", SuccessFlag = 2, ErrorCode = 400, ErrorMessage = "Your prompt was flagged by Website as violating content policies.",
    })).ShouldBeJson(Wire.VeoCallbackFailed);

    [Theory]
    [InlineData(2, null, 500)]
    [InlineData(3, null, 501)]
    [InlineData(2, 200, 500)]
    [InlineData(2, 422, 422)]
    public void Veo_failure_never_has_the_code_of_a_success(int flag, int? errorCode, int code)
    {
        var callback = KieCallback.Read(KieCallbackBody.From(new KieVeoTask { TaskId = "v1", SuccessFlag = flag, ErrorCode = errorCode }))!;
        callback.Code.ShouldBe(code);
        callback.IsSuccess.ShouldBeFalse();
    }

    [Fact]
    public void Task_that_still_runs_has_no_callback()
    {
        Should.Throw<ArgumentException>(() => KieCallbackBody.From(new KieTask { TaskId = "a1", State = "generating" }));
        Should.Throw<ArgumentException>(() => KieCallbackBody.From(new KieVeoTask { TaskId = "a1", SuccessFlag = 0 }));
    }

    private static string Text(byte[] body) => Encoding.UTF8.GetString(body);
}
