namespace Kinora.Sandbox.Tests.Matrix;

/// <summary>Makes the tasks that others continue or enlarge.</summary>
internal static class MatrixTakes
{
    // The jobs API does not continue what Runway's own endpoint made, nor the other way round.
    private static readonly (string Name, string Family, string Endpoint)[] Made =
    [
        ("veo", "veo3_fast", "veo"), ("runway", "runway", "runway"), ("jobs runway", "runway", "jobs"), ("grok-imagine", "grok-imagine", "jobs"),
        ("pixverse-v6", "pixverse-v6", "jobs"),
    ];

    /// <summary>One task of each family that has such others, finished; their ids are put into the media.</summary>
    public static async Task MakeAsync(WireApi api, MatrixMedia media, Inbox inbox)
    {
        foreach (var (name, family, endpoint) in Made)
        {
            var model = DocumentedModel.All.First(one => one.Family == family && one.Endpoint == endpoint && one.Modes.Contains("text-to-video"));
            var take = new ModeRequest(model, "text-to-video", false, media).Fill().Input;
            take[take.ContainsKey("aspectRatio") ? "aspectRatio" : "aspect_ratio"] = "16:9";
            var (taskId, answer) = await api.CreateAsync(model, take);
            media.Takes[name] = taskId.ShouldNotBeNull(answer);
            await inbox.NextAsync();
        }
    }
}
