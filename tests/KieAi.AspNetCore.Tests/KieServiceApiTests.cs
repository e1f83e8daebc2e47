using System.Text.Json.Nodes;

namespace KieAi.AspNetCore.Tests;

/// <summary>The paths of early callers, which are adapters onto the other APIs.</summary>
public sealed class KieServiceApiTests
{
    private const string RecordPath = "/api/v1/runway/record-info?taskId=a1";

    [Theory]
    [InlineData("""{"imageUrl":"https://a.example/1.png"}""", 1001, "Invalid prompt")]
    [InlineData("""{"prompt":null}""", 1001, "Invalid prompt")]
    [InlineData("""{"prompt":"   nine chr   "}""", 1001, "Invalid prompt")]
    [InlineData("""{"prompt":"ten chars.","imageUrl":""}""", 1002, "Invalid image")]
    [InlineData("""{"prompt":"ten chars.","imageUrl":"ftp://a.example/1.png"}""", 1002, "Invalid image")]
    [InlineData("""{"prompt":"ten chars.","imageUrl":"/1.png"}""", 1002, "Invalid image")]
    [InlineData("""{"prompt":"ten chars.","duration":"long"}""", 422, "duration is not within the range of allowed options")]
    public async Task Short_prompt_and_bad_image_have_codes_of_their_own(string body, int code, string message)
    {
        await using var host = await KieHost.StartAsync();
        (await host.PostAsync("/api/v1/wan/generate", body)).ShouldBe($$"""{"code":{{code}},"msg":"{{message}}","data":null}""");
        host.Backend.Call.ShouldBeNull();
    }

    [Fact]
    public async Task Model_is_left_to_the_backend_and_unknown_fields_are_kept()
    {
        await using var host = await KieHost.StartAsync();
        await host.PostAsync("/api/v1/wan/generate", """{"audioUrl":"https://a.example/s.mp3","prompt":"ten chars.","model":"wan/2-5-speech-to-video","new":1}""");
        var (service, request) = host.Backend.Asked.ShouldBeOfType<(string, KieServiceRequest)>();
        (service, request.Model, request.AudioUrl).ShouldBe(("wan", "wan/2-5-speech-to-video", "https://a.example/s.mp3"));
        request.Unknown!.Keys.ShouldBe(["new"]);
    }

    [Theory]
    [InlineData("""{"input":{"duration":"5"}}""", 5.0)]
    [InlineData("""{"input":{"n_frames":"10"}}""", 10.0)]
    [InlineData("""{"duration":7.5,"input":{"duration":"5"}}""", 7.5)]
    [InlineData("""{"input":{"duration":null}}""", null)]
    [InlineData("""{"input":{"duration":"1e999"}}""", null)]
    [InlineData("""{"input":[5]}""", null)]
    [InlineData("""{"input":{"duration":"\ud800"}}""", null)]
    [InlineData("5", null)]
    [InlineData("no json", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Duration_is_what_the_request_asked_for(string? param, double? seconds) =>
        KieServiceTask.From(new KieTask { TaskId = "a1", State = "generating", Param = param }).Duration.ShouldBe(seconds);

    [Fact]
    public void Task_is_told_flat_and_says_no_more_than_it_knows()
    {
        var done = new KieTask { TaskId = "a1", State = "success", ResultJson = """{"resultUrls":["https://a.example/v.mp4?x=%2F"]}""", CompleteTime = 1756817989000, FailCode = "", FailMsg = "" };
        KieServiceTask.From(done).ShouldBe(new KieServiceTask { TaskId = "a1", Status = 1, VideoUrl = "https://a.example/v.mp4?x=%2F", CompletedAt = "2025-09-02T12:59:49Z" });
        KieServiceTask.From(done with { State = "queuing" }).ShouldBe(new KieServiceTask { TaskId = "a1", Status = 0 });
        KieServiceTask.From(done with { State = "something new" }).Status.ShouldBe(0);
        KieServiceTask.From(done with { State = "fail", FailCode = "E7", FailMsg = "No.", CompleteTime = long.MaxValue })
            .ShouldBe(new KieServiceTask { TaskId = "a1", Status = 2, ErrorMessage = "No." });
    }

    [Fact]
    public async Task Runway_record_in_the_flat_shape_tells_aleph_tasks_too()
    {
        await using var host = await KieHost.StartAsync();
        (await host.GetAsync(RecordPath)).ShouldBe("""{"code":404,"msg":"Task not found","data":null}""");
        host.Backend.Give(WireValues.AlephDone);
        (await host.GetAsync(RecordPath)).ShouldBeJson("""
            {"code":200,"msg":"success","data":{"taskId":"ee603959-debb-48d1-98c4-a6d1c717eba6","status":1,"videoUrl":"https://file.com/k/xxxxxxx.mp4","duration":null,
            "completedAt":"2023-08-15T14:30:45Z","errorCode":null,"errorMessage":null}}
            """);
        host.Backend.Give(new KieRunwayTask { TaskId = "a1", State = "fail", FailCode = 400, FailMsg = "No.", GenerateParam = new JsonObject { ["duration"] = 10 } });
        (await host.GetAsync(RecordPath)).ShouldBeJson("""
            {"code":200,"msg":"success","data":{"taskId":"a1","status":2,"videoUrl":null,"duration":10,"completedAt":null,"errorCode":400,"errorMessage":"No."}}
            """);
    }

    [Theory]
    [InlineData(404, "Task not found")]
    [InlineData(422, "record is null")]
    public async Task Runway_record_in_the_flat_shape_looks_for_an_aleph_task_where_there_is_none_of_runway(int code, string message)
    {
        await using var host = await KieHost.StartAsync();
        host.Backend.Reply(KieReply.Refused<KieRunwayTask>(code, message));
        host.Backend.Give(WireValues.AlephDone);
        (await host.GetAsync(RecordPath)).ShouldContain("\"status\":1");
    }

    [Fact]
    public async Task Runway_record_in_the_flat_shape_asks_no_further_after_a_refusal_of_another_kind()
    {
        await using var host = await KieHost.StartAsync();
        host.Backend.Give(WireValues.AlephDone);
        host.Backend.Reply(KieReply.Refused<KieRunwayTask>(429, "Rate limit exceeded"));
        (await host.GetAsync(RecordPath)).ShouldBe("""{"code":429,"msg":"Rate limit exceeded","data":null}""");
        host.Backend.Call.ShouldBe("FindRunwayTaskAsync");
    }

    [Theory]
    [InlineData("""{"prompt":"p","videoUrl":"v"}""", "GenerateAlephAsync")]
    [InlineData("""{"prompt":"p","videoUrl":" ","duration":5,"quality":"720p"}""", "GenerateRunwayAsync")]
    [InlineData("""{"prompt":"p","videoUrl":null,"duration":5,"quality":"720p"}""", "GenerateRunwayAsync")]
    public async Task Video_on_runways_path_means_aleph(string body, string call)
    {
        await using var host = await KieHost.StartAsync();
        await host.PostAsync("/api/v1/runway/generate", body);
        host.Backend.Call.ShouldBe(call);
    }
}
