namespace KieAi.Tests;

/// <summary>What the client must read from each literal callback, beside its text and the whole body.</summary>
internal static class WireCallbacks
{
    private const string Jobs = "TaskId=task_kling-2.6_1765182425861 ";
    private const string JobsDone = Jobs + "Code=200 State=Success Word=success IsSuccess=True Model=kling-2.6/text-to-video ResultUrls=[https://tempfile.aiquickdraw.com/v/9f2c.mp4] ";
    private const string Veo = "TaskId=veo_task_abcdef123456 ";
    private const string VeoDone = Veo + "Code=200 State=Success IsSuccess=True ";
    private const string Veo4k = VeoDone + "ResultUrls=[https://file.aiquickdraw.com/v/4k.mp4] ImageUrls=[https://file.aiquickdraw.com/v/4k.jpg]";
    private const string Runway = "TaskId=ee603959-debb-48d1-98c4-a6d1c717eba6 ";
    private const string RunwayDone = Runway + "Code=200 State=Success IsSuccess=True ResultUrls=[https://file.com/k/xxxxxxx.mp4] ImageUrls=[https://file.com/m/xxxxxxxx.png]";
    private const string Modify = "TaskId=774d9a7dd608a0e49293903095e45a4c ";

    public static IReadOnlyDictionary<string, string> ByFile { get; } = new Dictionary<string, string>
    {
        ["jobs/callback.success.json"] = JobsDone + "CreditsConsumed=100 RemainingCredits=2510330",
        ["jobs/callback.older.json"] = JobsDone + "CreditsConsumed=100 RemainingCredits=2510330",
        ["jobs/callback.newer.json"] = JobsDone + "CreditsConsumed=100",
        ["jobs/callback.failure.json"] = Jobs + "Code=501 State=Fail Word=fail Model=kling-2.6/text-to-video FailCode=500 FailMessage=Internal server error " +
            "CreditsConsumed=0 RemainingCredits=2510430",
        ["veo/callback.success.json"] = VeoDone + "ResultUrls=[http://example.com/video1.mp4] OriginUrls=[http://example.com/original_video1.mp4]",
        ["veo/callback.text-urls.json"] = VeoDone + "ResultUrls=[http://example.com/video1.mp4]",
        ["veo/callback.failure.json"] =
            Veo + "Code=400 State=Fail FailCode=400 FailMessage=Your prompt was flagged by Website as violating content policies.",
        ["veo/get-4k-callback.success.json"] = Veo4k,
        ["veo/get-4k-callback.snake.json"] = Veo4k,
        ["veo/get-4k-callback.failure.json"] =
            Veo + "Code=500 State=Fail FailCode=500 FailMessage=The 4K version of this video is unavailable. Please try a different video.",
        ["runway/callback.success.json"] = RunwayDone,
        ["runway/callback.failure.json"] =
            Runway + "Code=400 State=Fail FailCode=400 FailMessage=Your prompt was caught by our AI moderator. Please adjust it and try again!",
        ["runway/callback.extend-failure.json"] = Runway + "Code=500 State=Fail FailCode=500 FailMessage=Internal Error",
        ["aleph/callback.success.json"] = RunwayDone,
        ["aleph/callback.runway-shape.json"] = RunwayDone,
        ["aleph/callback.failure.json"] = Runway + "Code=400 State=Fail FailCode=400 FailMessage=The video could not be fetched.",
        ["modify/callback.success.json"] = Modify + "Code=200 State=Success IsSuccess=True ResultUrls=[https://example.com/m/out.mp4]",
        ["modify/callback.failure.json"] = Modify + "Code=501 State=Fail FailCode=501 FailMessage=Generate failed",
    };
}
