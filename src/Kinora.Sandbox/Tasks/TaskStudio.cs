using Kinora.Core.Media;
using Kinora.Sandbox.Files;
using Kinora.Sandbox.Rendering;

namespace Kinora.Sandbox.Tasks;

/// <summary>Makes what comes of tasks.</summary>
internal sealed class TaskStudio(
    SandboxRender render, ClipRenderer renderer, TaskInputs inputs, TaskExtras extras, MediaCheck check, VideoFolder videos) : IDisposable
{
    // Painting and fetching for more tasks than FFmpeg can render at once would only hold memory.
    private const int AtOnce = 2;

    private readonly SemaphoreSlim _gate = new(AtOnce);

    /// <summary>Makes the video of a task, and what else it gives.</summary>
    /// <exception cref="Core.Fetching.FetchException">An input cannot be had.</exception>
    /// <exception cref="Core.Media.MediaException">An input cannot be used, or FFmpeg failed.</exception>
    public async Task<TaskResult> RenderAsync(SandboxTask task, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var isVideo = task.Input.Mode is not (TaskResult.Character or TaskResult.Analysis);
            return await (isVideo && render == SandboxRender.None ? RenderSharedAsync(cancellationToken) : RenderOwnAsync(task, cancellationToken));
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<TaskResult> RenderOwnAsync(SandboxTask task, CancellationToken cancellationToken)
    {
        var folder = renderer.NewFolder();
        try
        {
            var media = await inputs.BringAsync(task.Input, folder, cancellationToken);
            if (task.Input.Mode == TaskResult.Character) return new(0, await extras.CharacterAsync(task, media, Place, cancellationToken));
            if (task.Input.Mode == TaskResult.Analysis) return new(0, await extras.AnalysisAsync(media, Place, folder, cancellationToken));
            var plan = TaskPlan.For(task, media, fast: render != SandboxRender.Full);
            await check.VideosAsync(plan, folder, cancellationToken);
            await RenderAsync(plan, Place(ResultFile.Video), folder, cancellationToken);
            return new(plan.Seconds, await extras.MakeAsync(task, media, plan, Place, folder, cancellationToken));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        string Place(string name) => videos.Place(task, name);
    }

    // Where it fails for what was given, that is said rather than that it failed.
    private async Task RenderAsync(RenderPlan plan, string target, string folder, CancellationToken cancellationToken)
    {
        try
        {
            await renderer.RenderAsync(plan, target, cancellationToken);
        }
        catch (MediaException e) when (e.Failure is MediaFailure.Failed or MediaFailure.Stopped)
        {
            await check.AllAsync(plan, folder, cancellationToken);
            throw;
        }
    }

    // Two at once may both render it; the later one replaces it with the same.
    private async Task<TaskResult> RenderSharedAsync(CancellationToken cancellationToken)
    {
        var plan = new RenderPlan { Width = 160, Height = 90, Seconds = 5, Sound = true, Prompt = "sandbox", Fast = true };
        if (!File.Exists(videos.Shared)) await renderer.RenderAsync(plan, videos.Shared, cancellationToken);
        return new(plan.Seconds, []);
    }
}
