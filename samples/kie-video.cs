#:project ../src/KieAi/KieAi.csproj
#:property PublishAot=false
using KieAi;

using var http = new HttpClient();
var sandbox = new Uri("http://localhost:5090");
var kie = new KieClient(http, new KieClientOptions { ApiKey = "sandbox", BaseUrl = sandbox, UploadBaseUrl = sandbox });
var told = new Progress<KieTaskReading>(task => Console.WriteLine($"{task.TaskId}: {task.State}"));
var video = await kie.CreateAndWaitAsync(new KieCreateTaskRequest
{
    Model = "kling-2.6/text-to-video",
    Input = new() { ["prompt"] = "A lighthouse in a storm", ["duration"] = "5", ["aspect_ratio"] = "16:9", ["sound"] = true },
}, progress: told);
await using var file = File.Create("lighthouse.mp4");
await (await http.GetStreamAsync(video.ResultUrls[0])).CopyToAsync(file);
Console.WriteLine($"lighthouse.mp4: {file.Length} bytes for {video.CreditsConsumed} credits");
