using System.Text;
using System.Text.Json;

namespace KieAi.Tests;

public sealed class KieCallbackTests
{
    [Theory]
    [InlineData("""{"data":{"taskId":"a1"}}""")]
    [InlineData("""{"data":{"task_id":"a1"}}""")]
    [InlineData("""{"data":null,"taskId":"a1"}""")]
    [InlineData("""{"task_id":"a1","data":"text"}""")]
    [InlineData("""{"taskId":"other","data":{"task_id":"a1"}}""")]
    public void Task_id_is_found_in_each_of_its_places(string body) => Read(body)!.TaskId.ShouldBe("a1");

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"taskId":{}}""")]
    [InlineData("""{"taskId":true}""")]
    [InlineData("""{"taskId":""}""")]
    [InlineData("""{"taskId":"\ud800"}""")]
    [InlineData("""{"taskId":"a1","msg":"\udc00"}""")]
    [InlineData("""{"\ud800":1,"taskId":"a\u0000"}""")]
    [InlineData("""{"code":200,"data":{"taskId":"a1\r\nX-Evil: 1"}}""")]
    public void Hostile_body_is_no_callback(string body) => Read(body).ShouldBeNull();

    [Fact]
    public void Deep_and_long_bodies_are_no_callback()
    {
        Read(string.Concat(Enumerable.Repeat("""{"data":""", 500)) + "1" + new string('}', 500)).ShouldBeNull();
        Read($$"""{"taskId":"{{new string('a', 257)}}"}""").ShouldBeNull();
        KieCallback.Read(new byte[] { (byte)'{', 0xff, 0xfe, (byte)'}' }).ShouldBeNull();
        KieCallback.Read(default(JsonElement)).ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"code":"many","data":{"taskId":"a1","info":5,"resultUrls":{},"resultJson":[1]}}""")]
    [InlineData("""{"code":200.5,"data":{"taskId":"a1","state":"fail","info":{"resultUrls":[[],{}]}}}""")]
    [InlineData("""{"code":99999999999,"msg":{"a":1},"data":{"taskId":"a1","resultJson":"{\"resultUrls\":\"[\"}"}}""")]
    [InlineData("""{"code":200,"data":{"taskId":"a1","state":"generating"}}""")]
    public void Odd_fields_never_make_a_success(string body)
    {
        var callback = Read(body)!;
        callback.IsSuccess.ShouldBeFalse();
        callback.ResultUrls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"code":200,"data":{"taskId":"a1","state":"generating","progress":45}}""", KieTaskState.Generating)]
    [InlineData("""{"code":200,"data":{"taskId":"a1","state":"a word of tomorrow"}}""", KieTaskState.Unknown)]
    [InlineData("""{"code":501,"data":{"taskId":"a1","state":"success"}}""", KieTaskState.Unknown)]
    [InlineData("""{"code":200,"data":{"taskId":"a1","state":"fail"}}""", KieTaskState.Fail)]
    [InlineData("""{"code":422,"data":{"taskId":"a1"}}""", KieTaskState.Fail)]
    [InlineData("""{"code":"200","data":{"taskId":"a1"}}""", KieTaskState.Success)]
    [InlineData("""{"code":0,"data":{"taskId":"a1"}}""", KieTaskState.Unknown)]
    [InlineData("""{"data":{"taskId":"a1"}}""", KieTaskState.Unknown)]
    public void State_comes_from_the_word_and_else_from_the_code(string body, KieTaskState state) => Read(body)!.State.ShouldBe(state);

    [Theory]
    [InlineData(""" "info":{"resultUrls":["https://a.example/1","https://a.example/2"]} """)]
    [InlineData(""" "info":{"result_urls":["https://a.example/1","https://a.example/2"]} """)]
    [InlineData(""" "result_urls":["https://a.example/1","https://a.example/2"] """)]
    [InlineData(""" "resultUrls":"[https://a.example/1, https://a.example/2]" """)]
    [InlineData(""" "info":{"resultUrls":[]},"resultUrls":["https://a.example/1","https://a.example/2"] """)]
    [InlineData(""" "resultJson":{"resultUrls":["https://a.example/1","https://a.example/2"]} """)]
    [InlineData(""" "resultJson":"","info":{"resultUrls":["https://a.example/1","https://a.example/2"]} """)]
    public void Results_are_found_wherever_they_stand(string fields) =>
        Read("""{"code":200,"data":{"taskId":"a1",""" + fields + "}}")!.ResultUrls.Select(url => url.AbsolutePath).ShouldBe(["/1", "/2"]);

    [Fact]
    public void Progress_is_told_where_it_can_be_one()
    {
        Read("""{"code":200,"data":{"taskId":"a1","progress":"45"}}""")!.Progress.ShouldBe(45);
        Read("""{"code":200,"data":{"taskId":"a1","progress":450}}""")!.Progress.ShouldBeNull();
    }

    private static KieCallback? Read(string body) => KieCallback.Read(Encoding.UTF8.GetBytes(body));
}
