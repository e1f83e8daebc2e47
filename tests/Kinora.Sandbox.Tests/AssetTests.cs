using System.Text.Json.Nodes;
using Kinora.Sandbox.Tests.Rendering;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kinora.Sandbox.Tests;

/// <summary>The asset library, what Gemini Omni is helped with, and uploads by URL.</summary>
public sealed class AssetTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Asset_becomes_active_and_stands_for_its_address()
    {
        using var studio = new Studio();
        var picture = await studio.PictureAsync("color=red:s=300x300");
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await Caller.StartAsync(options => options.Speed = 1);
        var url = await caller.UploadAsync("images", "a.png", await File.ReadAllBytesAsync(picture.Path, Stop));

        var assetId = (await caller.PostAsync("/api/v1/playground/createAsset", new { url, assetType = "Image" }))["data"]!.GetValue<string>();
        assetId.ShouldStartWith("asset-");
        (await StatusAsync()).ShouldBe("Processing");
        (await CreateAsync(assetId)).ShouldBe((422, "The asset is still being processed"));
        await caller.AdvanceAsync("5s");
        (await StatusAsync()).ShouldBe("Active");
        (await CreateAsync("asset-none")).ShouldBe((422, "The asset does not exist in the Asset Library"));

        (await CreateAsync(assetId)).Code.ShouldBe(200);
        await caller.AdvanceAsync("10s");
        (await inbox.NextAsync()).Body["code"]!.GetValue<int>().ShouldBe(200);

        async Task<string> StatusAsync() => (await caller.GetAsync($"/api/v1/playground/getAsset?assetId={assetId}"))["data"]!["status"]!.GetValue<string>();

        async Task<(int Code, string Message)> CreateAsync(string id)
        {
            var answer = await caller.PostAsync("/api/v1/jobs/createTask", new
            {
                model = "kling-2.6/image-to-video", callBackUrl = inbox.Address,
                input = new { prompt = "it moves", image_urls = new[] { $"asset://{id}" }, duration = "5", sound = false },
            });
            return (answer["code"]!.GetValue<int>(), answer["msg"]!.GetValue<string>());
        }
    }

    [Theory]
    [InlineData("https://example.com/a.png", "Painting", 422, "assetType is not within the range of allowed options")]
    [InlineData("ftp://example.com/a.png", "Image", 422, "url is not within the range of allowed options")]
    public async Task Asset_that_is_none_is_refused(string url, string assetType, int code, string message)
    {
        await using var caller = await Caller.StartAsync();

        ShouldBe(await caller.PostAsync("/api/v1/playground/createAsset", new { url, assetType }), code, message);
        ShouldBe(await caller.GetAsync("/api/v1/playground/getAsset?assetId=none"), 404, "Asset not found");
    }

    [Fact]
    public async Task Voice_and_character_get_ids()
    {
        await using var caller = await Caller.StartAsync();

        var voice = (await caller.PostAsync("/api/v1/omni/audio/create", new { audio_id = "voice-1", name = "Anna", voice_description = "calm", example_dialogue = "Hi." }))["data"]!;
        var character = (await caller.PostAsync("/api/v1/omni/character/create", new
        {
            descriptions = "A tall woman", image_urls = new[] { "https://example.com/face.png", "https://example.com/body.png" },
            audio_ids = new[] { voice["kieAudioId"]!.GetValue<string>() }, character_name = "Anna",
        }))["data"]!;

        voice["name"]!.GetValue<string>().ShouldBe("Anna");
        character["characterId"]!.GetValue<string>().ShouldStartWith("char_");
        (character["imageUrl"]!.GetValue<string>(), character["bodyImageUrl"]!.GetValue<string>()).ShouldBe(("https://example.com/face.png", "https://example.com/body.png"));
    }

    [Theory]
    [InlineData("name", 211)]
    [InlineData("voice_description", 20_001)]
    [InlineData("example_dialogue", 121)]
    public async Task Voice_whose_text_is_too_long_is_refused(string field, int length)
    {
        await using var caller = await Caller.StartAsync();
        var voice = new JsonObject { ["audio_id"] = "v", ["name"] = "n", ["voice_description"] = "d", ["example_dialogue"] = "e" };

        voice[field] = new string('x', length - 1);
        (await caller.PostAsync("/api/v1/omni/audio/create", voice))["code"]!.GetValue<int>().ShouldBe(200);
        voice[field] = new string('x', length);
        (await caller.PostAsync("/api/v1/omni/audio/create", voice))["code"]!.GetValue<int>().ShouldBe(422);
    }

    [Fact]
    public async Task File_is_fetched_from_an_address_that_is_allowed()
    {
        await using var source = await Caller.StartAsync();
        var address = await source.UploadAsync("images", "b.png", new byte[1234]);
        await using var caller = await Caller.StartAsync(options => options.FetchAllow = ["127.0.0.0/8"]);

        var file = (await caller.PostAsync("/api/file-url-upload", new { fileUrl = address, uploadPath = "copies" }))["data"]!;

        (file["fileName"]!.GetValue<string>(), file["filePath"]!.GetValue<string>(), file["fileSize"]!.GetValue<long>()).ShouldBe(("b.png", "copies/b.png", 1234));
        file["uploadedAt"]!.GetValue<string>().ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$");
        file["mimeType"]!.GetValue<string>().ShouldBe("image/png");
        (await caller.Http.GetByteArrayAsync(file["downloadUrl"]!.GetValue<string>(), Stop)).Length.ShouldBe(1234);
    }

    [Fact]
    public async Task File_whose_address_ends_in_a_name_too_long_for_a_disk_gets_another()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var source = builder.Build();
        source.MapGet("/{name}", () => Results.Bytes(new byte[12]));
        await source.StartAsync(Stop);
        await using var caller = await Caller.StartAsync(options => options.FetchAllow = ["127.0.0.0/8"]);

        var name = Uri.EscapeDataString(new string('狐', 100));
        var answer = await caller.PostAsync("/api/file-url-upload", new { fileUrl = $"{source.Urls.First()}/{name}", uploadPath = "copies" });

        ShouldBe(answer, 200, "File uploaded successfully");
        answer["data"]!["fileName"]!.GetValue<string>().ShouldBe("file");
    }

    [Fact]
    public async Task Address_that_may_not_be_fetched_is_refused()
    {
        await using var caller = await Caller.StartAsync();

        var answer = await caller.PostAsync("/api/file-url-upload", new { fileUrl = "http://127.0.0.1/a.png", uploadPath = "copies" });

        (answer["success"]!.GetValue<bool>(), answer["code"]!.GetValue<int>()).ShouldBe((false, 400));
        answer["msg"]!.GetValue<string>().ShouldStartWith("Failed to download the file");
    }

    private static void ShouldBe(JsonNode answer, int code, string message) => (answer["code"]!.GetValue<int>(), answer["msg"]!.GetValue<string>()).ShouldBe((code, message));
}
