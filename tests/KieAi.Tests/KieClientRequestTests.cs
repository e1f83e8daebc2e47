using System.Text;
using System.Text.Json;

namespace KieAi.Tests;

public sealed class KieClientRequestTests
{
    [Fact]
    public async Task Create_task_without_callback_sends_no_field_for_it()
    {
        var kie = new FakeKie(Wire.TaskAccepted);
        await Calls.CreateAsync(kie.Client());
        kie.Body.ShouldBe("""{"model":"kling-2.6/text-to-video","input":{}}""");
    }

    [Fact]
    public async Task Create_task_sends_fields_that_the_library_does_not_name()
    {
        var kie = new FakeKie(Wire.TaskAccepted);
        var request = JsonSerializer.Deserialize(
            """{"model":"sora-2-text-to-video","input":{"n_frames":"10"},"progressCallBackUrl":"https://a.example/p"}""",
            KieRequestJsonContext.Default.KieCreateTaskRequest)!;
        await kie.Client().CreateTaskAsync(request, TestContext.Current.CancellationToken);
        kie.Body.ShouldBe("""{"model":"sora-2-text-to-video","input":{"n_frames":"10"},"progressCallBackUrl":"https://a.example/p"}""");
    }

    [Fact]
    public async Task Reads_name_the_task_in_the_query()
    {
        var kie = new FakeKie(WireFiles.Text("jobs/record.waiting.answer.json"));
        await kie.Client().GetTaskAsync("a/b&c", TestContext.Current.CancellationToken);
        kie.Request!.Method.ShouldBe(HttpMethod.Get);
        kie.Request.RequestUri!.AbsoluteUri.ShouldBe("https://api.kie.ai/api/v1/jobs/recordInfo?taskId=a%2Fb%26c");
    }

    [Fact]
    public async Task Base_address_with_a_path_keeps_it()
    {
        var kie = new FakeKie(WireFiles.Text("jobs/record.waiting.answer.json"));
        var client = new KieClient(new HttpClient(kie), new KieClientOptions { ApiKey = "k", BaseUrl = new Uri("http://127.0.0.1:9/kie/") });
        await Calls.GetAsync(client);
        kie.Request!.RequestUri!.AbsoluteUri.ShouldBe("http://127.0.0.1:9/kie/api/v1/jobs/recordInfo?taskId=281e5b0f39b9");
    }

    [Fact]
    public async Task Upload_streams_a_multipart_form_and_leaves_the_stream_open()
    {
        var kie = new FakeKie(WireFiles.Text("files/stream.answer.json"));
        using var file = new MemoryStream(Encoding.ASCII.GetBytes("xxPNG-bytes")) { Position = 2 };
        var uploaded = await kie.Client().UploadAsync(
            file, "fox \"a\"\r\nX: 1.png", "image/png", "/images/user/", TestContext.Current.CancellationToken);

        uploaded.DownloadUrl.ShouldBe("https://tempfile.redpandaai.co/xxx/images/user/fox.png");
        file.CanRead.ShouldBeTrue();
        kie.Request!.RequestUri!.AbsoluteUri.ShouldBe("https://kieai.redpandaai.co/api/file-stream-upload");
        kie.Request.Content!.Headers.ContentType!.MediaType.ShouldBe("multipart/form-data");
        kie.Body!.ShouldContain("form-data; name=uploadPath\r\n\r\nimages/user\r\n");
        kie.Body!.ShouldContain("form-data; name=file; filename=file; filename*=utf-8''file\r\n\r\nPNG-bytes\r\n");
        kie.Body!.ShouldContain("name=fileName\r\n\r\nfox \"a\"");
    }

    [Theory]
    [InlineData("", "ApiKey is empty: set it to a key from https://kie.ai/api-key.")]
    [InlineData("two words", "ApiKey must be visible ASCII without spaces: copy it again.")]
    [InlineData("line\r\nbreak", "ApiKey must be visible ASCII without spaces: copy it again.")]
    [InlineData("schlüssel", "ApiKey must be visible ASCII without spaces: copy it again.")]
    public void Key_that_is_no_header_value_is_refused_without_being_repeated(string key, string message) =>
        Should.Throw<ArgumentException>(() => new KieClient(new HttpClient(), new KieClientOptions { ApiKey = key }))
            .Message.ShouldBe(message + " (Parameter 'options')");
}
