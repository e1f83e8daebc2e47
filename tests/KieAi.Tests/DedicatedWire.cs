namespace KieAi.Tests;

/// <summary>Bodies of the Runway, Aleph and Luma Modify APIs, as they stand on KIE's pages.</summary>
internal static class DedicatedWire
{
    public const string RunwaySucceeded = """
        {"code":200,"msg":"success","data":{"taskId":"ee603959-debb-48d1-98c4-a6d1c717eba6","parentTaskId":"",
        "generateParam":{"prompt":"A fluffy orange cat","imageUrl":"https://a.example/cat.jpg","expandPrompt":true},"state":"success",
        "generateTime":"2023-08-15 14:30:45","videoInfo":{"videoId":"485da89c-7fca-4340-8c04-101025b2ae71",
        "taskId":"ee603959-debb-48d1-98c4-a6d1c717eba6","videoUrl":"https://file.example/k/9f.mp4","imageUrl":"https://file.example/m/9f.png"},
        "failCode":0,"failMsg":"","expireFlag":0}}
        """;

    public const string RunwayFailed = """
        {"code":200,"msg":"success","data":{"taskId":"ee603959","parentTaskId":"aa603959","generateParam":null,"state":"fail",
        "generateTime":"2023-08-15 14:30:45","videoInfo":null,"failCode":400,"failMsg":"Your prompt was caught by our AI moderator.","expireFlag":0}}
        """;

    public const string AlephSucceeded = """
        {"code":200,"msg":"success","data":{"taskId":"ee603959-debb-48d1-98c4-a6d1c717eba6","paramJson":"{\"prompt\":\"In winter\"}",
        "response":{"taskId":"ee603959-debb-48d1-98c4-a6d1c717eba6","resultVideoUrl":"https://file.example/k/9f.mp4",
        "resultImageUrl":"https://file.example/m/9f.png"},"completeTime":"2023-08-15T14:30:45Z","createTime":"2023-08-15T14:25:00Z",
        "successFlag":1,"errorCode":0,"errorMessage":""}}
        """;

    public const string ModifySucceeded = """
        {"code":200,"msg":"success","data":{"taskId":"774d9a7dd608a0e49293903095e45a4c","promptJson":"{\"prompt\":\"In winter\"}","successFlag":1,
        "response":{"taskId":"774d9a7dd608a0e49293903095e45a4c","resultUrls":["https://file.example/k/9f.mp4"],
        "originUrls":["https://file.example/o/9f.mp4"]},"errorCode":null,"errorMessage":"","createTime":"2025-06-06 10:25:00",
        "completeTime":"2025-06-06 10:30:00"}}
        """;

    public const string RunwayCallbackSucceeded = """
        {"code":200,"msg":"All generated successfully.","data":{"task_id":"ee603959-debb-48d1-98c4-a6d1c717eba6",
        "video_id":"485da89c-7fca-4340-8c04-101025b2ae71","video_url":"https://file.example/k/9f.mp4","image_url":"https://file.example/m/9f.png"}}
        """;

    public const string RunwayCallbackFailed = """
        {"code":400,"msg":"Your prompt was caught by our AI moderator. Please adjust it and try again!",
        "data":{"task_id":"ee603959-debb-48d1-98c4-a6d1c717eba6","video_id":"","video_url":"","image_url":""}}
        """;

    public const string RunwayExtendCallbackFailed = """
        {"code":500,"msg":"Internal Error","data":{"task_id":"ee603959-debb-48d1-98c4-a6d1c717eba6"}}
        """;

    public const string AlephCallbackSucceeded = """
        {"code":200,"msg":"success","data":{"result_video_url":"https://file.example/k/9f.mp4","result_image_url":"https://file.example/m/9f.png"},
        "taskId":"ee603959-debb-48d1-98c4-a6d1c717eba6"}
        """;

    public const string AlephCallbackFailed = """
        {"code":400,"msg":"The video could not be fetched.","data":null,"taskId":"ee603959-debb-48d1-98c4-a6d1c717eba6"}
        """;

    public const string ModifyCallbackSucceeded = """
        {"code":200,"msg":"Modify record generated successfully.","data":{"taskId":"774d9a7dd608a0e49293903095e45a4c",
        "promptJson":"{\"prompt\":\"In winter\"}","resultUrls":["https://file.example/k/9f.mp4"]}}
        """;

    public const string ModifyCallbackFailed = """
        {"code":501,"msg":"Generation failed.","data":{"taskId":"774d9a7dd608a0e49293903095e45a4c","promptJson":"{\"prompt\":\"In winter\"}"}}
        """;
}
