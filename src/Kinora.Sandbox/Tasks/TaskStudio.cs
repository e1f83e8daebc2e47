using Kinora.Sandbox.Files;
using Kinora.Sandbox.Rendering;

namespace Kinora.Sandbox.Tasks;

/// <summary>Makes the videos of tasks.</summary>
internal sealed class TaskStudio(SandboxRender render, ClipRenderer renderer, TaskInputs inputs, VideoFolder videos) : IDisposable
{
    // Painting and fetching for more tasks than FFmpeg can render at once would only hold memory.
    private const int AtOnce = 2;

    private readonly SemaphoreSlim _gate = new(AtOnce);

    /// <summary>Makes the video of a task and answers its length in seconds.</summary>
    /// <exception cref="Core.Fetching.FetchException">An input cannot be had.</exception>
    /// <exception cref="Core.Media.MediaException">An input cannot be used, or FFmpeg failed.</exception>
    public async Task<double> RenderAsync(SandboxTask task, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return await (render == SandboxRender.None ? RenderSharedAsync(cancellationToken) : RenderOwnAsync(task, cancellationToken));
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<double> RenderOwnAsync(SandboxTask task, CancellationToken cancellationToken)
    {
        var folder = renderer.NewFolder();
        try
        {
            var media = await inputs.BringAsync(task.Input, folder, cancellationToken);
            var plan = TaskPlan.For(task, media, fast: render == SandboxRender.Fast);
            await renderer.RenderAsync(plan, videos.Own(task), cancellationToken);
            return plan.Seconds;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Two at once may both render it; the later one replaces it with the same.
    private async Task<double> RenderSharedAsync(CancellationToken cancellationToken)
    {
        var plan = new RenderPlan { Width = 160, Height = 90, Seconds = 5, Sound = true, Prompt = "sandbox", Fast = true };
        if (!File.Exists(videos.Shared)) await renderer.RenderAsync(plan, videos.Shared, cancellationToken);
        return plan.Seconds;
    }
}
