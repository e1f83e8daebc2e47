using System.Text.Json;
using System.Text.Json.Nodes;

namespace KieAi.AspNetCore.Tests;

/// <summary>What a backend answers, field by field, where the server must write the literal answers.</summary>
internal static class WireValues
{
    private const string Jobs = "task_kling-2.6_1765182425861";
    private const string Veo = "veo_task_abcdef123456";
    private const string Runway = "ee603959-debb-48d1-98c4-a6d1c717eba6";
    private const string Modify = "774d9a7dd608a0e49293903095e45a4c";
    private const string Result = """{"resultUrls":["https://tempfile.aiquickdraw.com/v/9f2c.mp4"]}""";

    public static KieTask Done { get; } = new()
    {
        TaskId = Jobs, Model = "kling-2.6/text-to-video", State = "success", ResultJson = Result,
        Param = """{"model":"kling-2.6/text-to-video","callBackUrl":"https://your-domain.com/api/callback","input":{"prompt":"A lighthouse in a storm","sound":true,"aspect_ratio":"16:9","duration":"5"}}""",
        CostTime = 118000, CompleteTime = 1756817989000, CreateTime = 1756817871000, UpdateTime = 1756817989000,
    };

    public static KieVeoTask VeoDone { get; } = new()
    {
        TaskId = Veo, ParamJson = """{"prompt":"A dog playing in a park","waterMark":"MyBrand"}""", CreateTime = "2025-06-06 10:25:00",
        CompleteTime = "2025-06-06 10:30:00", SuccessFlag = 1, ErrorMessage = "", Response = VeoResult("http://example.com/video1.mp4", "1080p"),
        Unknown = new Dictionary<string, JsonElement> { ["fallbackFlag"] = JsonElement.Parse("false") },
    };

    public static KieRunwayTask RunwayDone { get; } = new()
    {
        TaskId = Runway, ParentTaskId = "", State = "success", GenerateTime = "2023-08-15 14:30:45", FailCode = 0, FailMsg = "", ExpireFlag = 0,
        GenerateParam = new JsonObject { ["prompt"] = "A fluffy orange cat dancing", ["imageUrl"] = "https://example.com/cat.jpg", ["expandPrompt"] = true },
        VideoInfo = new KieRunwayVideo
        {
            VideoId = "485da89c-7fca-4340-8c04-101025b2ae71", TaskId = Runway, VideoUrl = "https://file.com/k/xxxxxxx.mp4", ImageUrl = "https://file.com/m/xxxxxxxx.png",
        },
    };

    public static KieAlephTask AlephDone { get; } = new()
    {
        TaskId = Runway, ParamJson = """{"prompt":"Turn the street into winter","videoUrl":"https://example.com/street.mp4"}""", SuccessFlag = 1, ErrorCode = 0,
        ErrorMessage = "", CreateTime = "2023-08-15T14:25:00Z", CompleteTime = "2023-08-15T14:30:45Z",
        Response = new KieAlephResult { TaskId = Runway, ResultVideoUrl = "https://file.com/k/xxxxxxx.mp4", ResultImageUrl = "https://file.com/m/xxxxxxxx.png" },
    };

    public static KieModifyTask ModifyDone { get; } = new()
    {
        TaskId = Modify, PromptJson = """{"prompt":"Golden hour light","videoUrl":"https://example.com/street.mp4"}""", SuccessFlag = 1, ErrorMessage = "",
        CreateTime = "2025-06-06 10:25:00", CompleteTime = "2025-06-06 10:30:00",
        Response = new KieModifyResult { TaskId = Modify, ResultUrls = ["https://example.com/m/out.mp4"], OriginUrls = ["https://example.com/m/origin.mp4"] },
    };

    public static KieUploadedFile Uploaded { get; } = new()
    {
        FileName = "fox.png", FilePath = "images/user/fox.png", DownloadUrl = "https://tempfile.redpandaai.co/xxx/images/user/fox.png", FileSize = 154832,
        MimeType = "image/png", UploadedAt = "2025-01-01T12:00:00.000Z",
    };

    public static KieVeo4k In4k { get; } = new()
    {
        TaskId = Veo, ResultUrls = ["https://file.aiquickdraw.com/v/4k.mp4"], ImageUrls = ["https://file.aiquickdraw.com/v/4k.jpg"],
    };

    private static readonly KieTask Running = Done with { ResultJson = "", FailCode = "", FailMsg = "", CostTime = null, CompleteTime = null };
    private static readonly KieTask Failed = Done with { State = "fail", ResultJson = "", FailCode = "500", FailMsg = "Internal Error", CostTime = 8000 };
    private static readonly KieVeoTask VeoFailed = VeoDone with { Response = null, SuccessFlag = 2 };
    private static readonly KieRunwayTask RunwayRunning = RunwayDone with { VideoInfo = null };
    private static readonly KieModifyTask ModifyFailed = ModifyDone with { Response = null };

    public static IReadOnlyDictionary<string, Action<TestBackend>> ByFile { get; } = new Dictionary<string, Action<TestBackend>>
    {
        ["jobs/create.answer.json"] = backend => backend.Give(Jobs),
        ["jobs/record.success.answer.json"] = backend => backend.Give(Done with { CreditsConsumed = 55.5m }),
        ["jobs/record.waiting.answer.json"] = backend => backend.Give(Running with { State = "waiting", UpdateTime = 1756817871000 }),
        ["jobs/record.queuing.answer.json"] = backend => backend.Give(Running with { State = "queuing" }),
        ["jobs/record.generating.answer.json"] = backend => backend.Give(Running with { State = "generating", Progress = 45 }),
        ["jobs/record.fail.answer.json"] = backend => backend.Give(Failed),
        ["jobs/record.frames.answer.json"] = backend => backend.Give(Done with
        {
            Model = "bytedance/seedance-2",
            ResultJson = """{"resultUrls":["https://tempfile.aiquickdraw.com/v/9f2c.mp4"],"firstFrameUrl":["https://tempfile.aiquickdraw.com/f/a.png"],"lastFrameUrl":["https://tempfile.aiquickdraw.com/f/b.png"]}""",
        }),
        ["jobs/record.watermark.answer.json"] = backend => backend.Give(Done with
        {
            Model = "sora-2-text-to-video",
            ResultJson = """{"resultUrls":["https://tempfile.aiquickdraw.com/v/9f2c.mp4"],"resultWaterMarkUrls":["https://tempfile.aiquickdraw.com/v/9f2c-w.mp4"]}""",
        }),
        ["jobs/record.character.answer.json"] = backend => backend.Give(Done with { Model = "sora-2-characters", ResultJson = """{"character_id":"ch_6936d1f0"}""" }),
        ["jobs/record.object.answer.json"] = backend => backend.Give(Done with { Model = "omnihuman-1-5/subject-detection", ResultJson = """{"resultObject":{"status":1}}""" }),
        ["veo/generate.answer.json"] = backend => backend.Give(Veo),
        ["veo/record.success.answer.json"] = backend => backend.Give(VeoDone),
        ["veo/record.portrait.answer.json"] = backend => backend.Give(VeoDone with
        {
            Response = VeoResult("http://example.com/video1.mp4", "720p") with { OriginUrls = ["http://example.com/original_video1.mp4"] },
        }),
        ["veo/record.extended.answer.json"] = backend => backend.Give(VeoDone with
        {
            Response = VeoResult("http://example.com/part2.mp4", "720p") with { FullResultUrls = ["http://example.com/whole.mp4"] },
        }),
        ["veo/record.generating.answer.json"] = backend => backend.Give(VeoDone with { Response = null, SuccessFlag = 0, CompleteTime = null }),
        ["veo/record.failed.answer.json"] = backend => backend.Give(VeoFailed with
        {
            ErrorCode = 400, ErrorMessage = "Your prompt was flagged by Website as violating content policies.",
        }),
        ["veo/record.upstream.answer.json"] = backend => backend.Give(VeoFailed with { SuccessFlag = 3, ErrorCode = 501, ErrorMessage = "Failed to generate" }),
        ["veo/get-1080p.ready.answer.json"] = backend => backend.Give(new KieVeo1080p { ResultUrl = "https://tempfile.aiquickdraw.com/p/1080p.mp4" }),
        ["veo/get-4k.processing.answer.json"] = backend => backend.Give(new KieVeo4k { TaskId = Veo }),
        ["veo/get-4k.ready.answer.json"] = backend => backend.Give(In4k),
        ["veo/extend.answer.json"] = backend => backend.Give("veo_extend_task_abcdef123456"),
        ["runway/generate.answer.json"] = backend => backend.Give(Runway),
        ["runway/extend.answer.json"] = backend => backend.Give("bb603959-debb-48d1-98c4-a6d1c717eba6"),
        ["runway/record.success.answer.json"] = backend => backend.Give(RunwayDone),
        ["runway/record.wait.answer.json"] = backend => backend.Give(RunwayRunning with { State = "wait" }),
        ["runway/record.queueing.answer.json"] = backend => backend.Give(RunwayRunning with { State = "queueing" }),
        ["runway/record.generating.answer.json"] = backend => backend.Give(RunwayRunning with { State = "generating" }),
        ["runway/record.fail.answer.json"] = backend => backend.Give(RunwayRunning with
        {
            State = "fail", FailCode = 400, FailMsg = "Your prompt was caught by our AI moderator. Please adjust it and try again!",
        }),
        ["runway/record.extended.answer.json"] = backend => backend.Give(RunwayDone with { ParentTaskId = "aa603959-debb-48d1-98c4-a6d1c717eba6" }),
        ["runway/record.expired.answer.json"] = backend => backend.Give(RunwayDone with { ExpireFlag = 1 }),
        ["aleph/generate.answer.json"] = backend => backend.Give(Runway),
        ["aleph/record.success.answer.json"] = backend => backend.Give(AlephDone),
        ["aleph/record.generating.answer.json"] = backend => backend.Give(AlephDone with { SuccessFlag = 0, Response = null, CompleteTime = null }),
        ["aleph/record.fail.answer.json"] = backend => backend.Give(AlephDone with
        {
            SuccessFlag = 0, Response = null, ErrorCode = 400, ErrorMessage = "The video could not be fetched.",
        }),
        ["modify/generate.answer.json"] = backend => backend.Give(Modify),
        ["modify/record.success.answer.json"] = backend => backend.Give(ModifyDone),
        ["modify/record.generating.answer.json"] = backend => backend.Give(ModifyFailed with { SuccessFlag = 0, CompleteTime = null }),
        ["modify/record.create-failed.answer.json"] = backend => backend.Give(ModifyFailed with { SuccessFlag = 2, ErrorCode = 500, ErrorMessage = "Create task failed" }),
        ["modify/record.generate-failed.answer.json"] = backend => backend.Give(ModifyFailed with { SuccessFlag = 3, ErrorCode = 501, ErrorMessage = "Generate failed" }),
        ["modify/record.callback-failed.answer.json"] = backend => backend.Give(ModifyDone with { SuccessFlag = 4 }),
        ["common/credit.answer.json"] = backend => backend.Give(883m),
        ["common/credit.decimals.answer.json"] = backend => backend.Give(99.5m),
        ["common/download-url.answer.json"] = backend => backend.Give("https://tempfile.aiquickdraw.com/v/9f2c.mp4?sign=abc&expires=1200"),
        ["models/list.answer.json"] = backend => backend.Give(new KieModelList
        {
            Total = 1,
            Models =
            [
                new KieModel
                {
                    Model = "kling-2.6/text-to-video", Slug = "kling-2-6-text-to-video", Title = "Kling 2.6 text to video", Provider = "Kuaishou",
                    TaskType = ["text-to-video"], Description = "Video with sound from text.", PricingDesc = "55 credits per 5 s without sound, 110 with.",
                },
            ],
        }),
        ["models/schema.answer.json"] = backend => backend.Give(new KieModelSchema
        {
            Model = "kling-2.6/text-to-video",
            OpenApi = JsonElement.Parse("""{"openapi":"3.0.1","info":{"title":"Kling 2.6 text to video","version":"1"},"paths":{}}"""),
        }),
        ["models/price.answer.json"] = backend => backend.Give(new KieModelPrice
        {
            Model = "kling-2.6/text-to-video", PricingDesc = "55 credits per 5 s without sound, 110 with.",
        }),
        ["models/success-rate.answer.json"] = backend => backend.Give(new KieModelSuccessRate
        {
            Model = "kling-2.6/text-to-video",
            Points = [new KieSuccessRatePoint { SuccessRate = 98.5m, IsNormal = true }, new KieSuccessRatePoint { SuccessRate = 40, IsNormal = false }],
        }),
        ["models/prices.answer.json"] = backend => backend.Give(new KiePricePage
        {
            Total = 1,
            Records = [new KiePrice { ModelDescription = "Kling 2.6, text to video, 5 s", Provider = "Kuaishou", CreditPrice = 55, CreditUnit = "per video" }],
        }),
        ["models/paths.answer.json"] = backend => backend.Give<IReadOnlyList<string>>(["kling-2.6/text-to-video", "veo-3-1"]),
        ["files/base64.answer.json"] = backend => backend.Give(Uploaded),
        ["files/stream.answer.json"] = backend => backend.Give(Uploaded),
        ["files/url.answer.json"] = backend => backend.Give(Uploaded),
        ["assets/create.answer.json"] = backend => backend.Give("asset-20260404003336-5r825"),
        ["assets/read.active.answer.json"] = backend => backend.Give(new KieAsset { Status = "Active", Url = "https://example.com/person.jpg" }),
        ["omni/audio.answer.json"] = backend => backend.Give(new KieOmniAudio { KieAudioId = "audio_abc", Name = "Anna" }),
        ["omni/character.answer.json"] = backend => backend.Give(new KieOmniCharacter
        {
            CharacterId = "char_abc", CharacterName = "Anna", ImageUrl = "https://example.com/c/face.png", BodyImageUrl = "https://example.com/c/body.png",
        }),
        ["services/generate.answer.json"] = backend => backend.Give(Jobs),
        ["services/record.success.answer.json"] = backend => backend.Give(Done),
        ["services/record.generating.answer.json"] = backend => backend.Give(Running with { State = "generating" }),
        ["services/record.failed.answer.json"] = backend => backend.Give(Failed),
        ["services/runway-aleph.answer.json"] = backend => backend.Give(Runway),
        ["services/runway-video.answer.json"] = backend => backend.Give(Runway),
        ["services/runway-record.success.answer.json"] = backend => backend.Give(RunwayDone),
    };

    /// <summary>The literal callbacks, made from the tasks that they tell of.</summary>
    public static IReadOnlyDictionary<string, Func<byte[]>> Callbacks { get; } = new Dictionary<string, Func<byte[]>>
    {
        ["jobs/callback.success.json"] = () => KieCallbackBody.From(Done with { CostTime = 8, CreditsConsumed = 100 }, 2510330),
        ["jobs/callback.failure.json"] = () => KieCallbackBody.From(
            Failed with { FailMsg = "Internal server error", CostTime = 118000, CreditsConsumed = 0 }, 2510430),
        ["veo/callback.success.json"] = () => KieCallbackBody.From(VeoDone with
        {
            ParamJson = """{"prompt":"A dog playing in a park"}""",
            Response = VeoResult("http://example.com/video1.mp4", "1080p") with { OriginUrls = ["http://example.com/original_video1.mp4"] },
        }),
        ["veo/callback.failure.json"] = () => KieCallbackBody.From(VeoFailed with
        {
            ErrorCode = 400, ErrorMessage = "Your prompt was flagged by Website as violating content policies.",
        }),
        ["veo/get-4k-callback.success.json"] = () => KieCallbackBody.From(In4k),
        ["veo/get-4k-callback.failure.json"] = () => KieCallbackBody.From(new KieVeo4k { TaskId = Veo }),
        ["runway/callback.success.json"] = () => KieCallbackBody.From(RunwayDone),
        ["runway/callback.failure.json"] = () => KieCallbackBody.From(RunwayRunning with
        {
            State = "fail", FailCode = 400, FailMsg = "Your prompt was caught by our AI moderator. Please adjust it and try again!",
        }),
        ["runway/callback.extend-failure.json"] = () => KieCallbackBody.From(RunwayRunning with
        {
            State = "fail", FailCode = 501, FailMsg = "Internal Error", ParentTaskId = "aa603959",
        }),
        ["aleph/callback.success.json"] = () => KieCallbackBody.From(AlephDone),
        ["aleph/callback.failure.json"] = () => KieCallbackBody.From(AlephDone with
        {
            SuccessFlag = 0, Response = null, ErrorCode = 400, ErrorMessage = "The video could not be fetched.",
        }),
        ["modify/callback.success.json"] = () => KieCallbackBody.From(ModifyDone with { PromptJson = """{"prompt":"Golden hour light"}""" }),
        ["modify/callback.failure.json"] = () => KieCallbackBody.From(ModifyFailed with
        {
            PromptJson = """{"prompt":"Golden hour light"}""", SuccessFlag = 3, ErrorMessage = "Generate failed",
        }),
        ["services/callback.success.json"] = () => KieCallbackBody.From(new KieServiceTask
        {
            TaskId = Jobs, Status = 1, VideoUrl = "https://tempfile.aiquickdraw.com/v/9f2c.mp4", Duration = 10, CompletedAt = "2025-12-07T10:30:00Z",
        }),
        ["services/callback.failure.json"] = () => KieCallbackBody.From(new KieServiceTask
        {
            TaskId = Jobs, Status = 2, Duration = 10, CompletedAt = "2025-12-07T10:30:00Z", ErrorCode = 500, ErrorMessage = "Internal Error",
        }),
    };

    private static KieVeoResult VeoResult(string url, string resolution) => new() { TaskId = Veo, ResultUrls = [url], Resolution = resolution };
}
