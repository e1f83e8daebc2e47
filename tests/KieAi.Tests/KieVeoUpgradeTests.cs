using System.Net;
using static KieAi.Tests.ScriptedKie;

namespace KieAi.Tests;

/// <summary>Veo at 1080p and in 4K: not ready is an answer, and waiting asks every 20 to 30 s.</summary>
public sealed class KieVeoUpgradeTests
{
    private static readonly Func<HttpResponseMessage> Processing1080 =
        Refuses(400, "1080P is processing. It should be ready in 1-2 minutes. Please check back shortly.");
    private static readonly Func<HttpResponseMessage> Processing4k = Refuses(422, "4k is processing");
    private static readonly Func<HttpResponseMessage> No4kYet = Says("""{"code":200,"msg":"success","data":{"taskId":"v1","resultUrls":null,"imageUrls":null}}""");
    private static readonly KieVeo4kRequest In4k = new() { TaskId = "v1" };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wait_for_1080p_asks_every_25_seconds_until_there_is_an_address()
    {
        var kie = new ScriptedKie(Processing1080, Processing1080, Refuses(455), Says("""{"code":200,"data":{"resultUrl":"https://a.example/1.mp4"}}"""));
        var ready = await kie.Client().WaitVeo1080pAsync("v1", 1, cancellationToken: Stop);
        ready.ResultUrls.ShouldBe([new Uri("https://a.example/1.mp4")]);
        kie.Seconds.ShouldBe([0, 25, 50, 75]);
    }

    [Fact]
    public async Task Wait_for_4k_takes_both_ways_of_saying_not_yet()
    {
        var kie = new ScriptedKie(No4kYet, Processing4k, Says("""{"code":200,"data":{"task_id":"v1","result_urls":["https://a.example/1.mp4"]}}"""));
        (await kie.Client().WaitVeo4kAsync(In4k, cancellationToken: Stop)).IsReady.ShouldBeTrue();
        kie.Seconds.ShouldBe([0, 25, 50]);
    }

    [Fact]
    public async Task Video_of_which_there_is_no_4k_ends_the_wait()
    {
        var kie = new ScriptedKie(No4kYet, Refuses(500, "The 4K version of this video is unavailable. Please try a different video."));
        var fault = await Should.ThrowAsync<KieTaskUnreadableException>(() => kie.Client().WaitVeo4kAsync(In4k, cancellationToken: Stop));
        (fault.TaskId, fault.Reading).ShouldBe(("v1", null));
        kie.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Video_of_which_there_is_no_1080p_ends_the_wait()
    {
        var kie = new ScriptedKie(Processing1080, Refuses(500, "The 1080P version of this video is unavailable. Please try a different video."));
        await Should.ThrowAsync<KieTaskUnreadableException>(() => kie.Client().WaitVeo1080pAsync("v1", cancellationToken: Stop));
        kie.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Budget_ends_the_wait_with_the_id()
    {
        var kie = new ScriptedKie(Processing1080);
        var options = new KieWaitOptions { Budget = TimeSpan.FromMinutes(1) };
        var over = await Should.ThrowAsync<KieTaskTimeoutException>(() => kie.Client().WaitVeo1080pAsync("v1", 0, options, Stop));
        over.TaskId.ShouldBe("v1");
        kie.Seconds.ShouldBe([0, 25, 50, 60]);
    }

    [Theory]
    [InlineData(400, "index is out of range")]
    [InlineData(422, "record status is not success")]
    [InlineData(404, "1080P is processing")]
    public async Task Other_refusals_stay_refusals(int code, string msg)
    {
        var fault = await Should.ThrowAsync<KieException>(() => new ScriptedKie(Refuses(code, msg)).Client().GetVeo1080pAsync("v1", 0, Stop));
        (fault.Code, fault.Message).ShouldBe((code, msg));
    }

    [Fact]
    public async Task Lost_answer_to_a_4k_call_is_unknown_and_may_still_be_asked_again()
    {
        var lost = await Should.ThrowAsync<KieException>(() => new ScriptedKie(Breaks(HttpRequestError.ResponseEnded)).Client().GetVeo4kAsync(In4k, Stop));
        (lost.Outcome, lost.IsTransient).ShouldBe((KieOutcome.Unknown, true));
        var page = await Should.ThrowAsync<KieException>(() => new ScriptedKie(Says("<html>", HttpStatusCode.BadGateway)).Client().GetVeo4kAsync(In4k, Stop));
        (page.Outcome, page.IsTransient).ShouldBe((KieOutcome.Unknown, true));
    }

    [Theory]
    [InlineData("""{"code":200,"data":{"resultUrl":""}}""")]
    [InlineData("""{"code":200,"data":{"resultUrl":null}}""")]
    [InlineData("""{"code":200,"data":null}""")]
    [InlineData("""{"code":200,"data":{"resultUrl":"file:///etc/passwd"}}""")]
    public async Task Answer_without_an_address_is_not_ready(string body) =>
        (await new ScriptedKie(Says(body)).Client().GetVeo1080pAsync("v1", 0, Stop)).IsReady.ShouldBeFalse();
}
