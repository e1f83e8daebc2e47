using System.Text;
using System.Text.Json.Nodes;

namespace KieAi.Tests;

/// <summary>How the client is asked for the calls of the literal files: the values of each request, and the call itself.</summary>
internal static class WireCalls
{
    public const string Jobs = "task_kling-2.6_1765182425861";
    public const string Veo = "veo_task_abcdef123456";
    public const string Runway = "ee603959-debb-48d1-98c4-a6d1c717eba6";
    public const string Modify = "774d9a7dd608a0e49293903095e45a4c";
    private const string Model = "kling-2.6/text-to-video";
    private const string Callback = "https://your-domain.com/api/callback";
    private const string Street = "https://example.com/street.mp4";

    public static IReadOnlyDictionary<string, Func<KieClient, CancellationToken, Task<object>>> ById { get; } =
        new Dictionary<string, Func<KieClient, CancellationToken, Task<object>>>
        {
            ["jobs.create"] = async (kie, stop) => await kie.CreateTaskAsync(new()
            {
                Model = Model, CallBackUrl = Callback,
                Input = new JsonObject { ["prompt"] = "A lighthouse in a storm", ["sound"] = true, ["aspect_ratio"] = "16:9", ["duration"] = "5" },
            }, stop),
            ["jobs.record"] = async (kie, stop) => await kie.ReadAsync(KieTaskApi.Jobs, Jobs, stop),
            ["veo.generate"] = async (kie, stop) => await kie.GenerateVeoAsync(new()
            {
                Prompt = "A dog playing in a park", ImageUrls = ["https://example.com/first.jpg", "https://example.com/last.jpg"], Model = "veo3_fast",
                GenerationType = "FIRST_AND_LAST_FRAMES_2_VIDEO", AspectRatio = "16:9", Resolution = "1080p", Duration = 8, Seeds = 12345,
                Watermark = "MyBrand", EnableTranslation = true, CallBackUrl = Callback,
            }, stop),
            ["veo.record"] = async (kie, stop) => await kie.ReadAsync(KieTaskApi.Veo, Veo, stop),
            ["veo.get-1080p"] = async (kie, stop) => await kie.GetVeo1080pAsync(Veo, 0, stop),
            ["veo.get-4k"] = async (kie, stop) => await kie.GetVeo4kAsync(new() { TaskId = Veo, Index = 0, CallBackUrl = Callback }, stop),
            ["veo.extend"] = async (kie, stop) => await kie.ExtendVeoAsync(new()
            {
                TaskId = Veo, Prompt = "The dog finds a ball", Seeds = 54321, Model = "fast", Watermark = "MyBrand", CallBackUrl = Callback,
            }, stop),
            ["runway.generate"] = async (kie, stop) => await kie.GenerateRunwayAsync(new()
            {
                Prompt = "A fluffy orange cat dancing", Duration = 5, Quality = "720p", ImageUrl = "https://example.com/cat.jpg", AspectRatio = "16:9",
                Watermark = "kie.ai", CallBackUrl = Callback,
            }, stop),
            ["runway.record"] = async (kie, stop) => await kie.ReadAsync(KieTaskApi.Runway, Runway, stop),
            ["runway.extend"] = async (kie, stop) => await kie.ExtendRunwayAsync(new()
            {
                TaskId = Runway, Prompt = "The cat takes a bow", Quality = "1080p", Watermark = "kie.ai", CallBackUrl = Callback,
            }, stop),
            ["aleph.generate"] = async (kie, stop) => await kie.GenerateAlephAsync(new()
            {
                Prompt = "Turn the street into winter", VideoUrl = Street, CallBackUrl = Callback, Watermark = "kie.ai", UploadCn = false,
                AspectRatio = "21:9", Seed = 123456, ReferenceImage = "https://example.com/winter.jpg",
            }, stop),
            ["aleph.record"] = async (kie, stop) => await kie.ReadAsync(KieTaskApi.Aleph, Runway, stop),
            ["modify.generate"] = async (kie, stop) => await kie.GenerateModifyAsync(new()
            {
                Prompt = "Golden hour light", VideoUrl = Street, CallBackUrl = Callback, Watermark = "kie.ai",
            }, stop),
            ["modify.record"] = async (kie, stop) => await kie.ReadAsync(KieTaskApi.Modify, Modify, stop),
            ["common.credit"] = async (kie, stop) => await kie.GetCreditAsync(stop),
            ["common.download-url"] = async (kie, stop) => await kie.GetDownloadUrlAsync(new("https://tempfile.aiquickdraw.com/v/9f2c.mp4"), stop),
            ["models.list"] = async (kie, stop) => await kie.ListModelsAsync(new("text-to-video", "Kuaishou", "kling"), stop),
            ["models.schema"] = async (kie, stop) => await kie.GetModelSchemaAsync(Model, stop),
            ["models.price"] = async (kie, stop) => await kie.GetModelPriceAsync(Model, stop),
            ["models.success-rate"] = async (kie, stop) => await kie.GetModelSuccessRateAsync(Model, stop),
            ["models.prices"] = async (kie, stop) => await kie.ListPricesAsync(new() { PageNum = 1, PageSize = 100 }, stop),
            ["models.paths"] = async (kie, stop) => await kie.ListModelPathsAsync(stop),
            ["files.base64"] = async (kie, stop) => await kie.UploadBase64Async(new()
            {
                Base64Data = "data:image/png;base64,iVBORw0KGgo=", UploadPath = "/images/user/", FileName = "fox.png",
            }, stop),
            ["files.stream"] = async (kie, stop) =>
                await kie.UploadAsync(new MemoryStream(Encoding.ASCII.GetBytes("PNG!")), "fox.png", "image/png", "/images/user/", stop),
            ["files.url"] = async (kie, stop) => await kie.UploadFromUrlAsync(new()
            {
                FileUrl = "https://example.com/fox.png", UploadPath = "/images/user/", FileName = "fox.png",
            }, stop),
            ["assets.create"] = async (kie, stop) => await kie.CreateAssetAsync(new() { Url = "https://example.com/person.jpg", AssetType = "Image" }, stop),
            ["assets.read"] = async (kie, stop) => await kie.GetAssetAsync("asset-20260404003336-5r825", stop),
            ["omni.audio"] = async (kie, stop) => await kie.CreateOmniAudioAsync(new()
            {
                AudioId = "voice-1", Name = "Anna", VoiceDescription = "A calm, low voice", ExampleDialogue = "Good evening.",
            }, stop),
            ["omni.character"] = async (kie, stop) => await kie.CreateOmniCharacterAsync(new()
            {
                Descriptions = "A tall woman in a red coat", ImageUrls = ["https://example.com/anna.jpg"], AudioIds = ["audio_abc"], CharacterName = "Anna",
            }, stop),
        };
}
