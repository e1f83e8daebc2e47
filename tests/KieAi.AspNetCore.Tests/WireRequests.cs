using System.Text.Json;
using System.Text.Json.Nodes;

namespace KieAi.AspNetCore.Tests;

/// <summary>What the literal requests say, field by field, as the backend must get it.</summary>
internal static class WireRequests
{
    private const string Callback = "https://your-domain.com/api/callback";
    private const string Veo = "veo_task_abcdef123456";
    private const string Runway = "ee603959-debb-48d1-98c4-a6d1c717eba6";
    private const string Street = "https://example.com/street.mp4";

    private static readonly KieVeoRequest VeoRequest = new()
    {
        Prompt = "A dog playing in a park", ImageUrls = ["https://example.com/first.jpg", "https://example.com/last.jpg"], Model = "veo3_fast",
        GenerationType = "FIRST_AND_LAST_FRAMES_2_VIDEO", AspectRatio = "16:9", Resolution = "1080p", Duration = 8, Seeds = 12345, Watermark = "MyBrand",
        EnableTranslation = true, CallBackUrl = Callback,
    };

    public static IReadOnlyDictionary<string, object> ByFile { get; } = new Dictionary<string, object>
    {
        ["jobs/create.request.json"] = new KieCreateTaskRequest
        {
            Model = "kling-2.6/text-to-video", CallBackUrl = Callback,
            Input = new JsonObject { ["prompt"] = "A lighthouse in a storm", ["sound"] = true, ["aspect_ratio"] = "16:9", ["duration"] = "5" },
        },
        ["jobs/create.sora.request.json"] = new KieCreateTaskRequest
        {
            Model = "sora-2-text-to-video", CallBackUrl = Callback, ProgressCallBackUrl = "https://your-domain.com/api/progress",
            Input = new JsonObject { ["prompt"] = "A lighthouse in a storm", ["aspect_ratio"] = "landscape", ["n_frames"] = "10" },
        },
        ["veo/generate.request.json"] = VeoRequest,
        ["veo/generate.camel.request.json"] = VeoRequest with
        {
            AspectRatio = "9:16", Unknown = new Dictionary<string, JsonElement> { ["enableFallback"] = JsonElement.Parse("false") },
        },
        ["veo/get-4k.request.json"] = new KieVeo4kRequest { TaskId = Veo, Index = 0, CallBackUrl = Callback },
        ["veo/extend.request.json"] = new KieVeoExtendRequest
        {
            TaskId = Veo, Prompt = "The dog finds a ball", Seeds = 54321, Model = "fast", Watermark = "MyBrand", CallBackUrl = Callback,
        },
        ["veo/extend.text-seed.request.json"] = new KieVeoExtendRequest { TaskId = Veo, Prompt = "The dog finds a ball", Seeds = 54321 },
        ["runway/generate.request.json"] = new KieRunwayRequest
        {
            Prompt = "A fluffy orange cat dancing", Duration = 5, Quality = "720p", ImageUrl = "https://example.com/cat.jpg", AspectRatio = "16:9",
            Watermark = "kie.ai", CallBackUrl = Callback,
        },
        ["runway/generate.text-duration.request.json"] = new KieRunwayRequest
        {
            Prompt = "A fluffy orange cat dancing", Duration = 5, Quality = "720p", AspectRatio = "16:9", CallBackUrl = Callback,
        },
        ["runway/extend.request.json"] = new KieRunwayExtendRequest
        {
            TaskId = Runway, Prompt = "The cat takes a bow", Quality = "1080p", Watermark = "kie.ai", CallBackUrl = Callback,
        },
        ["aleph/generate.request.json"] = new KieAlephRequest
        {
            Prompt = "Turn the street into winter", VideoUrl = Street, CallBackUrl = Callback, Watermark = "kie.ai", UploadCn = false, AspectRatio = "21:9",
            Seed = 123456, ReferenceImage = "https://example.com/winter.jpg",
        },
        ["aleph/generate.text-seed.request.json"] = new KieAlephRequest { Prompt = "Turn the street into winter", VideoUrl = Street, Seed = 123456 },
        ["services/runway-aleph.request.json"] = new KieAlephRequest { Prompt = "Turn the street into winter", VideoUrl = Street },
        ["services/runway-video.request.json"] = new KieAlephRequest
        {
            Prompt = "Transform to cinematic golden hour", VideoUrl = Street,
            Unknown = new Dictionary<string, JsonElement> { ["model"] = JsonElement.Parse("\"runway-aleph\"") },
        },
        ["modify/generate.request.json"] = new KieModifyRequest { Prompt = "Golden hour light", VideoUrl = Street, CallBackUrl = Callback, Watermark = "kie.ai" },
        ["common/download-url.request.json"] = "https://tempfile.aiquickdraw.com/v/9f2c.mp4",
        ["models/prices.request.json"] = new KiePriceQuery { PageNum = 1, PageSize = 100 },
        ["files/stream.request.multipart"] = ("images/user", "fox.png", "image/png"),
        ["files/base64.request.json"] = ("images/user", "fox.png", "image/png"),
        ["files/base64.bare.request.json"] = ("images/user", "*", (string?)null), // A name of its own.
        ["files/url.request.json"] = ("images/user", "fox.png", "https://example.com/fox.png"),
        ["files/url.unnamed.request.json"] = ("images/user", (string?)null, "https://example.com/fox.png"),
        ["assets/create.request.json"] = new KieAssetRequest { Url = "https://example.com/person.jpg", AssetType = "Image" },
        ["omni/audio.request.json"] = new KieOmniAudioRequest
        {
            AudioId = "voice-1", Name = "Anna", VoiceDescription = "A calm, low voice", ExampleDialogue = "Good evening.",
        },
        ["omni/character.request.json"] = new KieOmniCharacterRequest
        {
            Descriptions = "A tall woman in a red coat", ImageUrls = ["https://example.com/anna.jpg"], AudioIds = ["audio_abc"], CharacterName = "Anna",
        },
        ["services/generate.request.json"] = new KieServiceRequest
        {
            Prompt = "A person running through a forest at sunset", Duration = 5, Resolution = "1080p", AspectRatio = "16:9", Seed = 12345, CallBackUrl = Callback,
        },
        ["services/generate.6s.request.json"] = new KieServiceRequest
        {
            Prompt = "A person running through a forest at sunset", Duration = 6, AspectRatio = "16:9", CallBackUrl = Callback,
        },
        ["services/generate.10s.request.json"] = new KieServiceRequest
        {
            Prompt = "A person running through a forest at sunset", Duration = 10, AspectRatio = "16:9", CallBackUrl = Callback,
        },
        ["services/generate.image.request.json"] = new KieServiceRequest
        {
            ImageUrl = "https://example.com/photo.jpg", Prompt = "The landscape slowly transforms with changing light", Duration = 5, Resolution = "1080p",
        },
    };

    /// <summary>What reading calls ask for, by the id of their row.</summary>
    public static IReadOnlyDictionary<string, object?> ByRow { get; } = new Dictionary<string, object?>
    {
        ["veo.get-1080p"] = (Veo, 0),
        ["common.credit"] = null,
        ["models.list"] = new KieModelQuery("text-to-video", "Kuaishou", "kling"),
        ["models.schema"] = "kling-2.6/text-to-video",
        ["models.price"] = "kling-2.6/text-to-video",
        ["models.success-rate"] = "kling-2.6/text-to-video",
        ["models.paths"] = null,
    };
}
