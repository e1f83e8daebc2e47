namespace KieAi.AspNetCore.Tests;

public sealed class KieApiTests
{
    private const string Create = "/api/v1/jobs/createTask";
    private const string Accepted = """{"code":200,"msg":"success","data":{"taskId":"task_kling-2.6_1765182425861"}}""";
    private const string Generate = "/api/v1/veo/generate";

    [Fact]
    public async Task Create_task_hands_the_body_over_and_answers_the_documented_envelope()
    {
        await using var host = await KieHost.StartAsync();
        var answer = await host.PostAsync(Create, """
            {"model":"kling-2.6/text-to-video","callBackUrl":"https://a.example/cb","input":{"prompt":"Ein Fuchs 🦊","duration":"5"},"progressCallBackUrl":"https://a.example/p","traceId":"7"}
            """);
        answer.ShouldBe(Accepted);
        var request = host.Backend.Asked.ShouldBeOfType<KieCreateTaskRequest>();
        request.Model.ShouldBe("kling-2.6/text-to-video");
        request.CallBackUrl.ShouldBe("https://a.example/cb");
        request.Input["prompt"]!.GetValue<string>().ShouldBe("Ein Fuchs 🦊");
        request.ProgressCallBackUrl.ShouldBe("https://a.example/p");
        request.Unknown!["traceId"].GetString().ShouldBe("7");
    }

    [Theory]
    [InlineData("""{"model":"m"}""")]
    [InlineData("""{"model":"m","input":null}""")]
    public async Task Create_task_without_input_has_an_empty_one(string body)
    {
        await using var host = await KieHost.StartAsync();
        (await host.PostAsync(Create, body)).ShouldBe(Accepted);
        host.Backend.Asked.ShouldBeOfType<KieCreateTaskRequest>().Input.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("aspect_ratio", "8")]
    [InlineData("aspectRatio", "\"8\"")]
    public async Task Veo_takes_both_spellings_of_the_ratio_and_numbers_as_strings(string ratio, string duration)
    {
        await using var host = await KieHost.StartAsync();
        var answer = await host.PostAsync(Generate, $$"""
            {"prompt":"A dog","imageUrls":["https://a.example/1.png"],"model":"veo3_fast","callBackUrl":"https://a.example/cb",
            "{{ratio}}":"9:16","duration":{{duration}},"seeds":"12345","enableFallback":false,"enableTranslation":true}
            """);
        answer.ShouldBe(Accepted);
        var request = host.Backend.Asked.ShouldBeOfType<KieVeoRequest>();
        request.Prompt.ShouldBe("A dog");
        request.ImageUrls.ShouldBe(["https://a.example/1.png"]);
        request.AspectRatio.ShouldBe("9:16");
        request.Duration.ShouldBe(8);
        request.Seeds.ShouldBe(12345);
        request.EnableTranslation.ShouldBe(true);
        request.Unknown!.Keys.ShouldBe(["enableFallback"]);
    }

    [Fact]
    public async Task Task_made_in_code_is_written_with_the_fields_that_clients_look_for()
    {
        await using var host = await KieHost.StartAsync();
        host.Backend.Give(new KieTask { TaskId = "a1", Model = "m", State = "generating", Param = "{}", ResultJson = "", CreateTime = 1756817871000 });
        (await host.GetAsync("/api/v1/jobs/recordInfo?taskId=a1")).ShouldBe("""
            {"code":200,"msg":"success","data":{"taskId":"a1","model":"m","state":"generating","param":"{}","resultJson":"","failCode":null,
            "failMsg":null,"costTime":null,"completeTime":null,"createTime":1756817871000,"updateTime":null}}
            """.ReplaceLineEndings(""));
        host.Backend.Give(new KieVeoTask { TaskId = "v1", ParamJson = "{}", SuccessFlag = 0 });
        (await host.GetAsync("/api/v1/veo/record-info?taskId=v1")).ShouldBe("""
            {"code":200,"msg":"success","data":{"taskId":"v1","paramJson":"{}","successFlag":0,"response":null,"errorCode":null,
            "errorMessage":null,"createTime":null,"completeTime":null}}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task Refusal_of_the_backend_is_an_envelope_with_null_data()
    {
        await using var host = await KieHost.StartAsync(new TestBackend { Refusal = (402, "Credits insufficient") });
        (await host.PostAsync(Create, """{"model":"m"}""")).ShouldBe("""{"code":402,"msg":"Credits insufficient","data":null}""");
    }
}
