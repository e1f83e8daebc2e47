using System.Text.Json;

namespace KieAi.Tests;

public sealed class KieClientAnswerTests
{
    private const string TaskFailed = """
        {"code":200,"message":"success","data":{"taskId":"281e5b0f39b9","model":"wan/2-6-text-to-video","state":"fail","param":"{}",
        "resultJson":"","failCode":500,"failMsg":"Internal Error","costTime":"8000","completeTime":"1756817989000","createTime":1756817871000}}
        """;

    private const string VeoFailed = """
        {"code":200,"msg":"success","data":{"taskId":"veo_task_abcdef123456","paramJson":"","completeTime":null,"response":null,
        "successFlag":"3","errorCode":"501","errorMessage":"Failed to generate","createTime":"2025-06-06T10:25:00Z"}}
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Finished_task_is_read_in_full()
    {
        var body = WireFiles.Text("jobs/record.success.answer.json").Replace("\"costTime\"", "\"queueRank\":3,\"costTime\"", StringComparison.Ordinal);
        var task = await new FakeKie(body).Client().GetTaskAsync("t1", Cancellation);
        task.Param!.ShouldStartWith("""{"model":"kling-2.6/text-to-video","callBackUrl":""");
        (task.CostTime, task.CreateTime, task.UpdateTime, task.CompleteTime).ShouldBe((118000, 1756817871000, 1756817989000, 1756817989000));
        task.Unknown!["queueRank"].GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task Failed_task_is_an_answer_and_its_numbers_may_be_strings_and_its_strings_numbers()
    {
        var task = await new FakeKie(TaskFailed).Client().GetTaskAsync("281e5b0f39b9", Cancellation);
        task.ReadState().ShouldBe(KieTaskState.Fail);
        task.FailCode.ShouldBe("500");
        task.FailMsg.ShouldBe("Internal Error");
        task.CostTime.ShouldBe(8000);
        task.CompleteTime.ShouldBe(1756817989000);
    }

    [Fact]
    public async Task Veo_task_keeps_what_the_reading_leaves_out()
    {
        var task = await new FakeKie(WireFiles.Text("veo/record.success.answer.json")).Client().GetVeoTaskAsync(WireCalls.Veo, Cancellation);
        (task.Response!.Resolution, task.CompleteTime).ShouldBe(("1080p", "2025-06-06 10:30:00"));
        task.ParamJson!.ShouldStartWith("""{"prompt":"A dog""");
        task.Unknown!["fallbackFlag"].GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Failed_veo_task_may_write_its_numbers_as_strings()
    {
        var task = await new FakeKie(VeoFailed).Client().GetVeoTaskAsync("veo_task_abcdef123456", Cancellation);
        task.ReadState().ShouldBe(KieTaskState.Fail);
        task.ErrorCode.ShouldBe(501);
        task.ErrorMessage.ShouldBe("Failed to generate");
        task.ReadResultUrls().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("100", 100)]
    [InlineData("99.5", 99.5)]
    [InlineData("\"12\"", 12)]
    public async Task Credit_is_a_bare_number(string data, double credit) =>
        (await new FakeKie($$"""{"code":200,"msg":"success","data":{{data}}}""").Client().GetCreditAsync(Cancellation)).ShouldBe((decimal)credit);

    [Theory]
    [InlineData("""{"code":"200","message":"success","data":{"task_id":"a1"}}""")]
    [InlineData("""{"code":200,"msg":"success","taskId":"a1","data":{}}""")]
    [InlineData("""{"code":200,"data":{"taskId":"a1"},"new":[1]}""")]
    public async Task Accepted_task_id_is_found_in_each_of_its_places(string answer) =>
        (await Calls.CreateAsync(new FakeKie(answer).Client())).ShouldBe("a1");

    [Theory]
    [InlineData("waiting", KieTaskState.Waiting)]
    [InlineData("queuing", KieTaskState.Queuing)]
    [InlineData("queueing", KieTaskState.Queuing)]
    [InlineData("generating", KieTaskState.Generating)]
    [InlineData(" Success ", KieTaskState.Success)]
    [InlineData("fail", KieTaskState.Fail)]
    [InlineData("paused", KieTaskState.Unknown)]
    [InlineData("", KieTaskState.Unknown)]
    [InlineData(null, KieTaskState.Unknown)]
    public void State_of_a_task_is_mapped_totally(string? word, KieTaskState state) => new KieTask { State = word }.ReadState().ShouldBe(state);

    [Theory]
    [InlineData(0, KieTaskState.Generating)]
    [InlineData(1, KieTaskState.Success)]
    [InlineData(2, KieTaskState.Fail)]
    [InlineData(3, KieTaskState.Fail)]
    [InlineData(7, KieTaskState.Unknown)]
    [InlineData(null, KieTaskState.Unknown)]
    public void State_of_a_veo_task_is_mapped_totally(int? flag, KieTaskState state) =>
        new KieVeoTask { SuccessFlag = flag }.ReadState().ShouldBe(state);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"resultUrls":null}""")]
    [InlineData("""{"resultUrls":[]}""")]
    [InlineData("""{"resultUrls":[null,5,"","relative/path","file:///etc/passwd","javascript:alert(1)"]}""")]
    [InlineData("""{"resultUrls":"\ud800"}""")]
    public void Results_that_name_no_address_are_none(string? resultJson) => new KieTask { ResultJson = resultJson }.ReadResultUrls().ShouldBeEmpty();

    [Theory]
    [InlineData("""{"resultUrls":["https://a.example/1.mp4","http://b.example/2.mp4?x=1,2"]}""")]
    [InlineData("""{"resultUrls":"[https://a.example/1.mp4, http://b.example/2.mp4?x=1,2]"}""")]
    [InlineData("""{"resultUrls":"[\"https://a.example/1.mp4\",\"http://b.example/2.mp4?x=1,2\"]"}""")]
    [InlineData("\"{\\\"resultUrls\\\":[\\\"https://a.example/1.mp4\\\",\\\"http://b.example/2.mp4?x=1,2\\\"]}\"")]
    public void Results_are_read_in_each_of_their_spellings(string resultJson) =>
        new KieTask { ResultJson = resultJson }.ReadResultUrls().Select(url => url.AbsoluteUri)
            .ShouldBe(["https://a.example/1.mp4", "http://b.example/2.mp4?x=1,2"]);

    [Fact]
    public async Task Result_that_is_an_object_instead_of_text_is_read_too()
    {
        const string answer = """{"code":200,"data":{"taskId":"a1","state":"success","resultJson":{"resultUrls":["https://a.example/1.mp4"]},"costTime":{}}}""";
        var task = await Calls.GetAsync(new FakeKie(answer).Client());
        task.ReadResultUrls().ShouldBe([new Uri("https://a.example/1.mp4")]);
        task.CostTime.ShouldBeNull();
    }

    [Fact]
    public void Task_is_written_with_its_nulls_and_unknown_fields()
    {
        var json = """
            {"taskId":"a1","model":"m","state":"waiting","param":null,"resultJson":"","failCode":null,"failMsg":null,
            "costTime":null,"completeTime":null,"createTime":1756817871000,"updateTime":null,"queueRank":{"a":1}}
            """.ReplaceLineEndings("");
        var task = JsonSerializer.Deserialize(json, KieJsonContext.Default.KieTask);
        JsonSerializer.Serialize(task, KieJsonContext.Default.KieTask!).ShouldBe(json);
    }
}
