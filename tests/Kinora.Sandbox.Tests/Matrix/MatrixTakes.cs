namespace Kinora.Sandbox.Tests.Matrix;

/// <summary>Makes the tasks that others continue or enlarge.</summary>
internal static class MatrixTakes
{
    private static readonly string[] Families = ["veo3_fast", "runway", "grok-imagine", "pixverse-v6"];

    /// <summary>One task of each family that has such others, finished; their ids are put into the media.</summary>
    public static async Task MakeAsync(WireApi api, MatrixMedia media, Inbox inbox)
    {
        foreach (var family in Families)
        {
            // A task of Runway's own endpoint is not continued by the jobs API.
            var model = DocumentedModel.All.Where(one => one.Family == family && one.Modes.Contains("text-to-video")).MaxBy(one => one.Endpoint == "jobs")!;
            var take = new ModeRequest(model, "text-to-video", false, media).Fill().Input;
            take[take.ContainsKey("aspectRatio") ? "aspectRatio" : "aspect_ratio"] = "16:9";
            var (taskId, answer) = await api.CreateAsync(model, take);
            media.Takes[family.Split('3')[0]] = taskId.ShouldNotBeNull(answer);
            await inbox.NextAsync();
        }
    }
}
