namespace KieAi.Tests;

/// <summary>Bodies as they stand on KIE's pages, letter by letter.</summary>
internal static class Wire
{
    public const string TaskAccepted = """{"code":200,"msg":"success","data":{"taskId":"task_kling-2.6_1765182425861"}}""";

    public const string VeoAccepted = """{"code":200,"msg":"success","data":{"taskId":"veo_task_abcdef123456"}}""";

    public const string NoAccess = """{"code":401,"msg":"You do not have access permissions"}""";

    public const string TaskSucceeded = """
        {"code":200,"msg":"success","data":{"taskId":"281e5b0f39b9","model":"kling-2.6/text-to-video","state":"success",
        "param":"{\"model\":\"kling-2.6/text-to-video\",\"callBackUrl\":\"https://a.example/cb\",\"input\":{\"prompt\":\"A fox\",\"duration\":\"5\"}}",
        "resultJson":"{\"resultUrls\":[\"https://tempfile.aiquickdraw.com/v/9f.mp4\"],\"firstFrameUrl\":[\"https://tempfile.aiquickdraw.com/f.png\"]}",
        "failCode":null,"failMsg":null,"costTime":118000,"completeTime":1756817989000,"createTime":1756817871000,"updateTime":1756817989000,
        "creditsConsumed":55.5,"queueRank":3}}
        """;

    public const string TaskWaiting = """
        {"code":200,"msg":"success","data":{"taskId":"281e5b0f39b9","model":"wan/2-6-text-to-video","state":"waiting","param":"{}",
        "resultJson":"","failCode":"","failMsg":"","costTime":null,"completeTime":null,"createTime":1756817871000,"updateTime":1756817871000}}
        """;

    public const string TaskFailed = """
        {"code":200,"message":"success","data":{"taskId":"281e5b0f39b9","model":"wan/2-6-text-to-video","state":"fail","param":"{}",
        "resultJson":"","failCode":500,"failMsg":"Internal Error","costTime":"8000","completeTime":"1756817989000","createTime":1756817871000}}
        """;

    public const string VeoSucceeded = """
        {"code":200,"msg":"success","data":{"taskId":"veo_task_abcdef123456","paramJson":"{\"prompt\":\"A dog playing in a park\"}",
        "completeTime":"2025-06-06 10:30:00","response":{"taskId":"veo_task_abcdef123456","resultUrls":["http://example.com/video1.mp4"],
        "originUrls":["http://example.com/original_video1.mp4"],"resolution":"1080p"},"successFlag":1,"errorCode":null,"errorMessage":"",
        "createTime":"2025-06-06 10:25:00","fallbackFlag":false}}
        """;

    public const string VeoFailed = """
        {"code":200,"msg":"success","data":{"taskId":"veo_task_abcdef123456","paramJson":"","completeTime":null,"response":null,
        "successFlag":"3","errorCode":"501","errorMessage":"Failed to generate","createTime":"2025-06-06T10:25:00Z"}}
        """;

    public const string Uploaded = """
        {"success":true,"code":200,"msg":"File uploaded successfully","data":{"fileName":"fox.png","filePath":"images/user/fox.png",
        "downloadUrl":"https://tempfile.redpandaai.co/xxx/images/user/fox.png","fileSize":154832,"mimeType":"image/png","uploadedAt":"2025-01-01T12:00:00.000Z"}}
        """;

    public const string JobsCallbackSucceeded = """
        {"code":200,"msg":"Playground task completed successfully.","data":{"taskId":"281e5b0f39b9","model":"kling-2.6/text-to-video","state":"success",
        "param":"{\"input\":{}}","resultJson":"{\"resultUrls\":[\"https://tempfile.aiquickdraw.com/v/9f.mp4\"]}","costTime":8,
        "createTime":1756817871000,"updateTime":1756817879000,"completeTime":1756817879000,"failCode":null,"failMsg":null,
        "consumeCredits":100,"remainedCredits":2510330}}
        """;

    public const string JobsCallbackFailed = """
        {"code":501,"msg":"Playground task failed.","data":{"taskId":"281e5b0f39b9","state":"fail","resultJson":null,"failCode":"500",
        "failMsg":"Internal server error","consumeCredits":0}}
        """;

    public const string VeoCallbackSucceeded = """
        {"code":200,"msg":"Veo3.1 video generated successfully.","data":{"taskId":"veo_task_abcdef123456","promptJson":"{\"prompt\":\"A dog\"}",
        "info":{"resultUrls":["http://example.com/video1.mp4"],"originUrls":["http://example.com/original_video1.mp4"],"resolution":"1080p"},
        "fallbackFlag":false}}
        """;

    public const string VeoCallbackFailed = """
        {"code":400,"msg":"Your prompt was flagged by Website as violating content policies.","data":{"taskId":"veo_task_abcdef123456","fallbackFlag":false}}
        """;
}
