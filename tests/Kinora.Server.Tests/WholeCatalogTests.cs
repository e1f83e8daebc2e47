using System.Text.Json.Nodes;
using Kinora.Client;

namespace Kinora.Server.Tests;

/// <summary>Models of every kind as a person uses them: the real server with the sandbox inside, over HTTP.</summary>
public sealed class WholeCatalogTests : IAsyncLifetime
{
    private const string MadeUp = """
        {
          "id": "moonbeam-7", "name": "Moonbeam 7", "vendor": "Nobody", "summary": { "en": "Made up.", "ru": "Выдумка." }, "bestFor": { "en": "tests", "ru": "проверки" },
          "gradient": ["#010203", "#040506", "#070809"], "categories": ["fast"], "aliases": [], "typicalSeconds": 5, "sound": "optional",
          "defaults": { "duration": 3, "resolution": "480p" }, "source": "kinora",
          "variants": [{
            "id": "moonbeam/seven", "source": "kinora", "modes": [{ "mode": "text-to-video" }],
            "parameters": [
              { "name": "words", "type": "string", "role": "prompt", "required": true, "maxLength": 100, "description": "Words." },
              { "name": "len", "type": "string", "role": "duration", "enum": ["3", "6"], "description": "Seconds." },
              { "name": "tier", "type": "string", "role": "resolution", "enum": ["lo"], "values": { "480p": "lo" }, "description": "Size." },
              { "name": "loud", "type": "boolean", "role": "sound", "default": false, "description": "Sound." }
            ],
            "prices": { "upstream": [{ "when": {}, "credits": 4, "per": "second", "source": "kinora" }] },
            "routes": [{ "provider": "kie", "endpoint": "jobs", "wireId": "moonbeam/seven" }]
          }]
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-test-").FullName;
    private TestServer _server = null!;
    private HttpClient _http = null!;
    private KinoraClient _client = null!;
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var catalog = Directory.CreateDirectory(Path.Combine(_folder, "catalog")).FullName;
        foreach (var file in Directory.EnumerateFiles(Repository.Path("catalog"))) File.Copy(file, Path.Combine(catalog, Path.GetFileName(file)));
        var family = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(catalog, "topaz.json"), Stop))!;
        family["models"]!.AsArray().Add(JsonNode.Parse(MadeUp));
        await File.WriteAllTextAsync(Path.Combine(catalog, "topaz.json"), family.ToJsonString(), Stop);
        _server = await TestServer.WithSandboxAsync(options => options with { CatalogFolder = catalog }, folder: _folder);
        _http = _server.CreateClient();
        _client = new(_http);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task One_object_in_a_file_is_a_model_that_is_listed_priced_and_made()
    {
        (await _client.ModelsAsync(cancellationToken: Stop)).Items.ShouldContain(model => model.Id == "moonbeam-7");
        var request = new GenerateVideoRequest { Model = "moonbeam-7", Prompt = "a moonbeam", Duration = 6, Sound = true };
        var quote = await _client.QuoteAsync(request, Stop);
        quote.Credits.ShouldBe(30);

        var made = await MakeAsync(request);
        made.Charge.Captured.ShouldBe(30);
        (made.Outputs.Single().DurationSeconds, made.Outputs.Single().HasSound).ShouldBe((6.0, true));
        (await Should.ThrowAsync<KinoraException>(() => _client.GenerateAsync(request with { Duration = 5 }, null, Stop))).Problem.Code.ShouldBe("invalid_input");
    }

    [Fact]
    public async Task Speech_is_paid_by_the_measured_length_of_its_sound()
    {
        var (face, speech) = (await UploadAsync("face.png", Pictures.Png), await UploadAsync("speech.wav", Sounds.Wave(seconds: 3)));
        var request = new GenerateVideoRequest { Model = "kling-avatar", Prompt = "She speaks.", FirstFrame = face, Audio = speech };
        var quote = await _client.QuoteAsync(request, Stop);
        (quote.Credits, quote.Exact).ShouldBe((30L, true));

        var made = await MakeAsync(request);
        made.Charge.Captured.ShouldBe(30);
        made.Outputs.Single().DurationSeconds.ShouldBe(3, 0.2);
        made.Outputs.Single().HasSound.ShouldBeTrue();
    }

    [Fact]
    public async Task Length_that_the_model_decides_is_held_at_its_most_and_charged_as_made()
    {
        var request = new GenerateVideoRequest { Model = "wan-3.0", Prompt = "waves", Duration = -1, Resolution = "480p", Sound = false };
        var quote = await _client.QuoteAsync(request, Stop);
        (quote.Credits, quote.Exact).ShouldBe((300L, false));

        var made = await MakeAsync(request);
        var seconds = (long)Math.Round(made.Outputs.Single().DurationSeconds);
        (made.Charge.Captured, made.Charge.Released, made.Charge.Held).ShouldBe((10 * seconds, 300 - (10 * seconds), 0L));
        (await _client.AccountAsync(Stop)).Held.ShouldBe(0);
    }

    [Fact]
    public async Task Finished_take_is_enlarged_and_a_foreign_one_is_not()
    {
        var take = await MakeAsync(new() { Model = "grok-imagine", Prompt = "a kite", Style = "anime" });
        var request = new GenerateVideoRequest { Model = "grok-imagine", Mode = "upscale", Source = take.Id, Resolution = "720p" };
        (await _client.QuoteAsync(request, Stop)).Credits.ShouldBe(13);

        var larger = await MakeAsync(request);
        larger.Outputs.Single().DurationSeconds.ShouldBe(take.Outputs.Single().DurationSeconds, 0.2);
        var refused = await Should.ThrowAsync<KinoraException>(() => _client.GenerateAsync(request with { Source = "gen_unknown" }, null, Stop));
        refused.Problem.Errors!.ShouldContain(fault => fault.Field == "source");
    }

    private async Task<GenerationResponse> MakeAsync(GenerateVideoRequest request)
    {
        var since = (await _client.GenerateAsync(request, null, Stop)).Id;
        await foreach (var happened in _client.EventsAsync(0, Stop))
        {
            if (happened.Generation?.Id != since) continue;
            happened.Generation.Failure.ShouldBeNull();
            if (happened.Generation.Status == "succeeded") break;
        }

        return await _client.GetAsync(since, Stop);
    }

    private async Task<string> UploadAsync(string name, byte[] bytes)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", name } };
        using var answer = await _http.PostAsync("/api/assets", form, Stop);
        return (await answer.JsonAsync()).Text("id");
    }
}
