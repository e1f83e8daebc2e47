using System.Text.Json;
using static KieAi.Tests.WireCalls;

namespace KieAi.Tests;

/// <summary>What the client must read from each literal answer.</summary>
internal static class WireReadings
{
    private static readonly DateTimeOffset Made = new(2025, 9, 2, 12, 57, 51, TimeSpan.Zero);
    private static readonly DateTimeOffset Made4 = new(2025, 6, 6, 10, 25, 0, TimeSpan.Zero);

    private static readonly KieTaskReading Job = new()
    {
        Api = KieTaskApi.Jobs, TaskId = Jobs, State = KieTaskState.Success, Word = "success", Model = "kling-2.6/text-to-video",
        ResultUrls = [new("https://tempfile.aiquickdraw.com/v/9f2c.mp4")], CreatedAt = Made, CompletedAt = Made.AddSeconds(118),
    };

    private static readonly KieTaskReading JobRunning = Job with { ResultUrls = [], CompletedAt = null };

    private static readonly KieTaskReading JobFailed = Job with
    {
        State = KieTaskState.Fail, Word = "fail", ResultUrls = [], FailCode = "500", FailMessage = "Internal Error",
    };

    private static readonly KieTaskReading VeoDone = new()
    {
        Api = KieTaskApi.Veo, TaskId = Veo, State = KieTaskState.Success, Word = "1", ResultUrls = [new("http://example.com/video1.mp4")],
        CreatedAt = Made4, CompletedAt = Made4.AddMinutes(5),
    };

    private static readonly KieTaskReading RunwayDone = new()
    {
        Api = KieTaskApi.Runway, TaskId = Runway, State = KieTaskState.Success, Word = "success", ResultUrls = [new("https://file.com/k/xxxxxxx.mp4")],
        ImageUrls = [new("https://file.com/m/xxxxxxxx.png")], CreatedAt = new(2023, 8, 15, 14, 30, 45, TimeSpan.Zero),
    };

    private static readonly KieTaskReading RunwayRunning = RunwayDone with { ResultUrls = [], ImageUrls = [] };

    private static readonly KieTaskReading AlephDone = RunwayDone with
    {
        Api = KieTaskApi.Aleph, Word = "1", CreatedAt = new(2023, 8, 15, 14, 25, 0, TimeSpan.Zero), CompletedAt = new(2023, 8, 15, 14, 30, 45, TimeSpan.Zero),
    };

    private static readonly KieTaskReading ModifyDone = VeoDone with
    {
        Api = KieTaskApi.Modify, TaskId = Modify, ResultUrls = [new("https://example.com/m/out.mp4")], OriginUrls = [new("https://example.com/m/origin.mp4")],
    };

    private static readonly KieTaskReading ModifyFailed = ModifyDone with { State = KieTaskState.Fail, ResultUrls = [], OriginUrls = [] };

    private static readonly KieUploadedFile Uploaded = new()
    {
        FileName = "fox.png", FilePath = "images/user/fox.png", DownloadUrl = "https://tempfile.redpandaai.co/xxx/images/user/fox.png", FileSize = 154832,
        MimeType = "image/png", UploadedAt = "2025-01-01T12:00:00.000Z",
    };

    private static readonly KieUploadedFile Quickstart = new()
    {
        FileId = "file_abc123", FileName = "fox.png", FileSize = 154832, MimeType = "image/png",
        FileUrl = "https://kieai.redpandaai.co/files/images/user/fox.png", DownloadUrl = "https://tempfile.redpandaai.co/xxx/images/user/fox.png",
        ExpiresAt = "2025-01-04T12:00:00Z",
        Unknown = Fields("""{"originalName":"my fox.png","uploadPath":"images/user","uploadTime":"2025-01-01T12:00:00Z"}"""),
    };

    private const string In4k = "IsReady=True ResultUrls=[https://file.aiquickdraw.com/v/4k.mp4] ImageUrls=[https://file.aiquickdraw.com/v/4k.jpg]";

    /// <summary>A value, or its description where it cannot be made.</summary>
    public static IReadOnlyDictionary<string, object> ByFile { get; } = new Dictionary<string, object>
    {
        ["jobs/create.answer.json"] = Jobs,
        ["jobs/create.hex.answer.json"] = "281e5b0f39b9de47ac2a9ec1a0c1f4c1",
        ["jobs/create.message.answer.json"] = "task_bytedance_1765186743319",
        ["jobs/record.success.answer.json"] = Job with { CreditsConsumed = 55.5m },
        ["jobs/record.waiting.answer.json"] = JobRunning with { State = KieTaskState.Waiting, Word = "waiting" },
        ["jobs/record.queuing.answer.json"] = JobRunning with { State = KieTaskState.Queuing, Word = "queuing" },
        ["jobs/record.generating.answer.json"] = JobRunning with { State = KieTaskState.Generating, Word = "generating", Progress = 45 },
        ["jobs/record.fail.answer.json"] = JobFailed,
        ["jobs/record.fail-number.answer.json"] = JobFailed with { FailCode = "422", FailMessage = "internal error, please try again later" },
        ["jobs/record.frames.answer.json"] = Job with
        {
            Model = "bytedance/seedance-2", FirstFrameUrls = [new("https://tempfile.aiquickdraw.com/f/a.png")],
            LastFrameUrls = [new("https://tempfile.aiquickdraw.com/f/b.png")],
        },
        ["jobs/record.watermark.answer.json"] = Job with
        {
            Model = "sora-2-text-to-video", WatermarkUrls = [new("https://tempfile.aiquickdraw.com/v/9f2c-w.mp4")],
        },
        ["jobs/record.character.answer.json"] = Job with { Model = "sora-2-characters", ResultUrls = [], CharacterId = "ch_6936d1f0" },
        ["jobs/record.object.answer.json"] = Job with
        {
            Model = "omnihuman-1-5/subject-detection", ResultUrls = [], ResultObject = JsonElement.Parse("""{"status":1}"""),
        },
        ["veo/generate.answer.json"] = Veo,
        ["veo/extend.answer.json"] = "veo_extend_task_abcdef123456",
        ["veo/record.success.answer.json"] = VeoDone,
        ["veo/record.iso.answer.json"] = VeoDone,
        ["veo/record.text-urls.answer.json"] = VeoDone,
        ["veo/record.portrait.answer.json"] = VeoDone with { OriginUrls = [new("http://example.com/original_video1.mp4")] },
        ["veo/record.extended.answer.json"] = VeoDone with
        {
            ResultUrls = [new("http://example.com/part2.mp4")], FullResultUrls = [new("http://example.com/whole.mp4")],
        },
        ["veo/record.generating.answer.json"] = VeoDone with { State = KieTaskState.Generating, Word = "0", ResultUrls = [], CompletedAt = null },
        ["veo/record.failed.answer.json"] = VeoDone with
        {
            State = KieTaskState.Fail, Word = "2", ResultUrls = [], FailCode = "400",
            FailMessage = "Your prompt was flagged by Website as violating content policies.",
        },
        ["veo/record.upstream.answer.json"] = VeoDone with
        {
            State = KieTaskState.Fail, Word = "3", ResultUrls = [], FailCode = "501", FailMessage = "Failed to generate",
        },
        ["veo/get-1080p.ready.answer.json"] = "IsReady=True ResultUrls=[https://tempfile.aiquickdraw.com/p/1080p.mp4] Message=success",
        ["veo/get-1080p.processing.refusal.json"] = "Message=1080P is processing. It should be ready in 1-2 minutes. Please check back shortly.",
        ["veo/get-4k.processing.answer.json"] = "Message=success",
        ["veo/get-4k.processing.refusal.json"] = "Message=4k is processing",
        ["veo/get-4k.ready.answer.json"] = In4k + " Message=success",
        ["veo/get-4k.snake.answer.json"] = In4k + " MediaIds=[m1] Message=success",
        ["runway/generate.answer.json"] = Runway,
        ["runway/extend.answer.json"] = "bb603959-debb-48d1-98c4-a6d1c717eba6",
        ["runway/record.success.answer.json"] = RunwayDone,
        ["runway/record.extended.answer.json"] = RunwayDone,
        ["runway/record.expired.answer.json"] = RunwayDone with { IsExpired = true },
        ["runway/record.wait.answer.json"] = RunwayRunning with { State = KieTaskState.Waiting, Word = "wait" },
        ["runway/record.queueing.answer.json"] = RunwayRunning with { State = KieTaskState.Queuing, Word = "queueing" },
        ["runway/record.generating.answer.json"] = RunwayRunning with { State = KieTaskState.Generating, Word = "generating" },
        ["runway/record.fail.answer.json"] = RunwayRunning with
        {
            State = KieTaskState.Fail, Word = "fail", FailCode = "400",
            FailMessage = "Your prompt was caught by our AI moderator. Please adjust it and try again!",
        },
        ["aleph/generate.answer.json"] = Runway,
        ["aleph/record.success.answer.json"] = AlephDone,
        ["aleph/record.generating.answer.json"] = AlephDone with
        {
            State = KieTaskState.Generating, Word = "0", ResultUrls = [], ImageUrls = [], CompletedAt = null,
        },
        ["aleph/record.fail.answer.json"] = AlephDone with
        {
            State = KieTaskState.Fail, Word = "0", ResultUrls = [], ImageUrls = [], FailCode = "400", FailMessage = "The video could not be fetched.",
        },
        ["modify/generate.answer.json"] = Modify,
        ["modify/record.success.answer.json"] = ModifyDone,
        ["modify/record.param-json.answer.json"] = ModifyDone,
        ["modify/record.callback-failed.answer.json"] = ModifyDone with { Word = "4" },
        ["modify/record.generating.answer.json"] = ModifyFailed with { State = KieTaskState.Generating, Word = "0", CompletedAt = null },
        ["modify/record.create-failed.answer.json"] = ModifyFailed with { Word = "2", FailCode = "500", FailMessage = "Create task failed" },
        ["modify/record.generate-failed.answer.json"] = ModifyFailed with { Word = "3", FailCode = "501", FailMessage = "Generate failed" },
        ["common/credit.answer.json"] = 883m,
        ["common/credit.decimals.answer.json"] = 99.5m,
        ["common/download-url.answer.json"] = new Uri("https://tempfile.aiquickdraw.com/v/9f2c.mp4?sign=abc&expires=1200"),
        ["models/list.answer.json"] = new KieModelList
        {
            Total = 1,
            Models =
            [
                new()
                {
                    Model = "kling-2.6/text-to-video", Slug = "kling-2-6-text-to-video", Title = "Kling 2.6 text to video", Provider = "Kuaishou",
                    TaskType = ["text-to-video"], Description = "Video with sound from text.", PricingDesc = "55 credits per 5 s without sound, 110 with.",
                },
            ],
        },
        ["models/schema.answer.json"] = new KieModelSchema
        {
            Model = "kling-2.6/text-to-video",
            OpenApi = JsonElement.Parse("""{"openapi":"3.0.1","info":{"title":"Kling 2.6 text to video","version":"1"},"paths":{}}"""),
        },
        ["models/price.answer.json"] = new KieModelPrice
        {
            Model = "kling-2.6/text-to-video", PricingDesc = "55 credits per 5 s without sound, 110 with.",
        },
        ["models/success-rate.answer.json"] = new KieModelSuccessRate
        {
            Model = "kling-2.6/text-to-video", Points = [new() { SuccessRate = 98.5m, IsNormal = true }, new() { SuccessRate = 40, IsNormal = false }],
        },
        ["models/prices.answer.json"] = new KiePricePage
        {
            Total = 1,
            Records = [new() { ModelDescription = "Kling 2.6, text to video, 5 s", Provider = "Kuaishou", CreditPrice = 55, CreditUnit = "per video" }],
        },
        ["models/paths.answer.json"] = new[] { "kling-2.6/text-to-video", "veo-3-1" },
        ["files/base64.answer.json"] = Uploaded,
        ["files/base64.quickstart.answer.json"] = Quickstart,
        ["files/stream.answer.json"] = Uploaded,
        ["files/stream.quickstart.answer.json"] = Quickstart,
        ["files/url.answer.json"] = Uploaded,
        ["assets/create.answer.json"] = "asset-20260404003336-5r825",
        ["assets/create.object.answer.json"] = "asset-20260404003336-5r825",
        ["assets/read.active.answer.json"] = new KieAsset { Status = KieAsset.Active, Url = "https://example.com/person.jpg" },
        ["omni/audio.answer.json"] = new KieOmniAudio { KieAudioId = "audio_abc", Name = "Anna" },
        ["omni/character.answer.json"] = new KieOmniCharacter
        {
            CharacterId = "char_abc", CharacterName = "Anna", ImageUrl = "https://example.com/c/face.png", BodyImageUrl = "https://example.com/c/body.png",
        },
    };

    private static Dictionary<string, JsonElement> Fields(string json) =>
        JsonElement.Parse(json).EnumerateObject().ToDictionary(field => field.Name, field => field.Value.Clone());
}
