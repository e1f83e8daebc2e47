using Kinora.Sandbox.Files;
using Kinora.Sandbox.Rendering;

namespace Kinora.Sandbox.Tasks;

/// <summary>Makes the videos of tasks.</summary>
internal sealed class TaskStudio(SandboxRender render, ClipRenderer renderer, TaskInputs inputs, VideoFolder videos) : IDisposable
{
    // Painting and fetching for more tasks than FFmpeg can render at once would only hold memory.
    private const int AtOnce = 2;

    private readonly SemaphoreSlim _gate = new(AtOnce);

    /// <summary>Makes the video of a task.</summary>
    /// <exception cref="Core.Fetching.FetchException">An input cannot be had.</exception>
    /// <exception cref="Core.Media.MediaException">An input cannot be used, or FFmpeg failed.</exception>
    public async Task RenderAsync(SandboxTask task, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (render == SandboxRender.None) await RenderSharedAsync(cancellationToken);
            else await RenderOwnAsync(task, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task RenderOwnAsync(SandboxTask task, CancellationToken cancellationToken)
    {
        var folder = renderer.NewFolder();
        try
        {
            var media = await inputs.BringAsync(task.Input, folder, cancellationToken);
            await renderer.RenderAsync(TaskPlan.For(task, media, fast: render == SandboxRender.Fast), videos.Own(task), cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Two at once may both render it; the later one replaces it with the same.
    private async Task RenderSharedAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(videos.Shared)) return;
        var plan = new RenderPlan { Width = 160, Height = 90, Seconds = 5, Sound = true, Prompt = "sandbox", Fast = true };
        await renderer.RenderAsync(plan, videos.Shared, cancellationToken);
    }
}
