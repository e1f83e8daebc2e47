using System.Text;
using System.Text.Json;

namespace KieAi.Tests;

public sealed class KieCallbackTests
{
    [Fact]
    public void Jobs_success_is_read()
    {
        var callback = Read(Wire.JobsCallbackSucceeded)!;
        callback.TaskId.ShouldBe("281e5b0f39b9");
        callback.Code.ShouldBe(200);
        callback.Message.ShouldBe("Playground task completed successfully.");
        callback.IsSuccess.ShouldBeTrue();
        callback.ResultUrls.ShouldBe([new Uri("https://tempfile.aiquickdraw.com/v/9f.mp4")]);
        callback.Raw.GetProperty("data").GetProperty("remainedCredits").GetInt32().ShouldBe(2510330);
    }

    [Fact]
    public void Jobs_failure_is_read()
    {
        var callback = Read(Wire.JobsCallbackFailed)!;
        callback.TaskId.ShouldBe("281e5b0f39b9");
        callback.Code.ShouldBe(501);
        callback.IsSuccess.ShouldBeFalse();
        callback.ResultUrls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""["http://example.com/video1.mp4"]""")]
    [InlineData("\"[http://example.com/video1.mp4]\"")]
    public void Veo_success_is_read_with_its_list_in_both_spellings(string urls)
    {
        var body = Wire.VeoCallbackSucceeded.Replace("""["http://example.com/video1.mp4"]""", urls, StringComparison.Ordinal);
        var callback = Read(body)!;
        callback.TaskId.ShouldBe("veo_task_abcdef123456");
        callback.IsSuccess.ShouldBeTrue();
        callback.ResultUrls.ShouldBe([new Uri("http://example.com/video1.mp4")]);
    }

    [Fact]
    public void Veo_failure_is_read()
    {
        var callback = Read(Wire.VeoCallbackFailed)!;
        callback.TaskId.ShouldBe("veo_task_abcdef123456");
        callback.Code.ShouldBe(400);
        callback.Message!.ShouldStartWith("Your prompt was flagged");
        callback.IsSuccess.ShouldBeFalse();
    }

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

    private static KieCallback? Read(string body) => KieCallback.Read(Encoding.UTF8.GetBytes(body));
}
