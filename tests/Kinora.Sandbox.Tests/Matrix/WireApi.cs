using System.Text.Json.Nodes;

namespace Kinora.Sandbox.Tests.Matrix;

/// <summary>Creates and reads tasks of every API, each in its own words.</summary>
internal sealed class WireApi(Caller caller, string callBackUrl)
{
    /// <summary>Answers the task's id, or what the service said instead.</summary>
    public async Task<(string? TaskId, string Answer)> CreateAsync(DocumentedModel model, JsonObject input)
    {
        var body = input.DeepClone().AsObject();
        if (model.Endpoint == "jobs") body = new JsonObject { ["model"] = model.Id, ["input"] = body };
        if (model.Endpoint == "veo") body["model"] = model.Id;
        body["callBackUrl"] = callBackUrl;
        var answer = await caller.PostAsync(
            model.Endpoint switch
            {
                "jobs" => "/api/v1/jobs/createTask",
                "runway-extend" => "/api/v1/runway/extend",
                var api => $"/api/v1/{api}/generate",
            },
            body);
        return (answer["code"]!.GetValue<int>() == 200 ? answer["data"]!["taskId"]!.GetValue<string>() : null, answer.ToJsonString());
    }

    /// <summary>Answers the parsed result of a finished task with the address of its video, or the record where there is none.</summary>
    public async Task<(JsonNode? Result, Uri? Video, string Record)> ReadAsync(DocumentedModel model, string taskId)
    {
        var record = (await caller.GetAsync(model.Endpoint switch
        {
            "jobs" => "/api/v1/jobs/recordInfo?taskId=" + taskId,
            "runway" or "runway-extend" => "/api/v1/runway/record-detail?taskId=" + taskId,
            var api => $"/api/v1/{api}/record-info?taskId={taskId}",
        }))["data"]!;
        var result = model.Endpoint switch
        {
            "jobs" => record["resultJson"]!.GetValue<string>() is { Length: > 0 } text ? JsonNode.Parse(text) : null,
            "runway" or "runway-extend" => record["videoInfo"],
            _ => record["response"],
        };
        var video = (result?["resultUrls"]?[0] ?? result?["videoUrl"] ?? result?["resultVideoUrl"])?.GetValue<string>();
        return (result, video is null ? null : new Uri(video), record.ToJsonString());
    }

    /// <summary>The task of a callback, in whichever of its places.</summary>
    public static string TaskOf(JsonNode callback) =>
        (callback["taskId"] ?? callback["data"]!["taskId"] ?? callback["data"]!["task_id"])!.GetValue<string>();
}
