using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KieAi.Tests;

public sealed class KieClientRequestTests
{
    [Fact]
    public async Task Create_task_sends_the_documented_request()
    {
        var kie = new FakeKie(Wire.TaskAccepted);
        var taskId = await kie.Client().CreateTaskAsync(new KieCreateTaskRequest
        {
            Model = "kling-2.6/text-to-video",
            Input = new JsonObject { ["prompt"] = "A fox", ["duration"] = "5", ["sound"] = false },
            CallBackUrl = "https://a.example/cb?token=1",
        }, TestContext.Current.CancellationToken);

        taskId.ShouldBe("task_kling-2.6_1765182425861");
        kie.Request!.Method.ShouldBe(HttpMethod.Post);
        kie.Request.RequestUri!.AbsoluteUri.ShouldBe("https://api.kie.ai/api/v1/jobs/createTask");
        kie.Request.Headers.Authorization!.ToString().ShouldBe("Bearer " + FakeKie.Key);
        kie.Request.Content!.Headers.ContentType!.ToString().ShouldBe("application/json");
        kie.Body.ShouldBe(
            """{"model":"kling-2.6/text-to-video","input":{"prompt":"A fox","duration":"5","sound":false},"callBackUrl":"https://a.example/cb?token=1"}""");
    }

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
    public async Task Veo_sends_the_snake_ratio_and_numbers_as_numbers()
    {
        var kie = new FakeKie(Wire.VeoAccepted);
        var taskId = await kie.Client().GenerateVeoAsync(new KieVeoRequest
        {
            Prompt = "A dog", Model = "veo3_fast", ImageUrls = ["https://a.example/1.png"], GenerationType = "FIRST_AND_LAST_FRAMES_2_VIDEO",
            AspectRatio = "9:16", Resolution = "1080p", Duration = 8, Seeds = 12345, EnableTranslation = true, CallBackUrl = "https://a.example/cb",
        }, TestContext.Current.CancellationToken);

        taskId.ShouldBe("veo_task_abcdef123456");
        kie.Request!.RequestUri!.AbsoluteUri.ShouldBe("https://api.kie.ai/api/v1/veo/generate");
        kie.Body.ShouldBe("""
            {"prompt":"A dog","model":"veo3_fast","imageUrls":["https://a.example/1.png"],"generationType":"FIRST_AND_LAST_FRAMES_2_VIDEO",
            "aspect_ratio":"9:16","resolution":"1080p","duration":8,"seeds":12345,"enableTranslation":true,"callBackUrl":"https://a.example/cb"}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task Reads_name_the_task_in_the_query()
    {
        var kie = new FakeKie(Wire.TaskWaiting);
        await kie.Client().GetTaskAsync("a/b&c", TestContext.Current.CancellationToken);
        kie.Request!.Method.ShouldBe(HttpMethod.Get);
        kie.Request.RequestUri!.AbsoluteUri.ShouldBe("https://api.kie.ai/api/v1/jobs/recordInfo?taskId=a%2Fb%26c");

        var veo = new FakeKie(Wire.VeoSucceeded);
        await veo.Client().GetVeoTaskAsync("veo_1", TestContext.Current.CancellationToken);
        veo.Request!.RequestUri!.AbsoluteUri.ShouldBe("https://api.kie.ai/api/v1/veo/record-info?taskId=veo_1");
    }

    [Fact]
    public async Task Base_address_with_a_path_keeps_it()
    {
        var kie = new FakeKie(Wire.TaskWaiting);
        var client = new KieClient(new HttpClient(kie), new KieClientOptions { ApiKey = "k", BaseUrl = new Uri("http://127.0.0.1:9/kie/") });
        await Calls.GetAsync(client);
        kie.Request!.RequestUri!.AbsoluteUri.ShouldBe("http://127.0.0.1:9/kie/api/v1/jobs/recordInfo?taskId=281e5b0f39b9");
    }

    [Fact]
    public async Task Upload_streams_a_multipart_form_and_leaves_the_stream_open()
    {
        var kie = new FakeKie(Wire.Uploaded);
        using var file = new MemoryStream(Encoding.ASCII.GetBytes("xxPNG-bytes")) { Position = 2 };
        var uploaded = await kie.Client().UploadAsync(
            file, "fox \"a\"\r\nX: 1.png", "image/png", "/images/user/", TestContext.Current.CancellationToken);

        uploaded.DownloadUrl.ShouldBe("https://tempfile.redpandaai.co/xxx/images/user/fox.png");
        uploaded.FileSize.ShouldBe(154832);
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
