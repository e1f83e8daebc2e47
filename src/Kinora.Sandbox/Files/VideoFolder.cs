using Kinora.Sandbox.Rendering;
using Kinora.Sandbox.Tasks;

namespace Kinora.Sandbox.Files;

/// <summary>The videos of the tasks.</summary>
internal sealed class VideoFolder : IDisposable
{
    // Painting and fetching for more tasks than FFmpeg can render at once would only hold memory.
    private const int AtOnce = 2;

    private readonly string _folder;
    private readonly SandboxRender _render;
    private readonly ClipRenderer _renderer;
    private readonly PictureSource _pictures;
    private readonly SemaphoreSlim _gate = new(AtOnce);

    /// <summary>Videos of tasks that are gone are deleted.</summary>
    public VideoFolder(string folder, SandboxRender render, ClipRenderer renderer, PictureSource pictures, Func<string, bool> isTask)
    {
        (_folder, _render, _renderer, _pictures) = (Directory.CreateDirectory(folder).FullName, render, renderer, pictures);
        foreach (var file in Directory.EnumerateFiles(_folder))
        {
            if (file != Shared && !isTask(Path.GetFileNameWithoutExtension(file))) File.Delete(file);
        }
    }

    private string Shared => Path.Combine(_folder, "shared.mp4");

    /// <summary>The file of a finished task; null when it is not there.</summary>
    public string? Find(SandboxTask task) => new[] { Path.Combine(_folder, task.TaskId + ".mp4"), Shared }.FirstOrDefault(File.Exists);

    /// <summary>Makes the video of a task.</summary>
    public async Task RenderAsync(SandboxTask task, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_render == SandboxRender.None) await RenderSharedAsync(cancellationToken);
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
        var inputs = _renderer.NewFolder();
        try
        {
            var pictures = new List<Picture>();
            foreach (var picture in Named(task)) pictures.Add(await _pictures.BringAsync(picture, inputs, cancellationToken));

            var plan = TaskPlan.For(task, pictures, fast: _render == SandboxRender.Fast);
            await _renderer.RenderAsync(plan, Path.Combine(_folder, task.TaskId + ".mp4"), cancellationToken);
        }
        finally
        {
            Directory.Delete(inputs, recursive: true);
        }
    }

    // Two at once may both render it; the later one replaces it with the same.
    private async Task RenderSharedAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(Shared)) return;
        var plan = new RenderPlan { Width = 160, Height = 90, Seconds = 5, Sound = true, Prompt = "sandbox", Fast = true };
        await _renderer.RenderAsync(plan, Shared, cancellationToken);
    }

    private static IEnumerable<string> Named(SandboxTask task) =>
        new[] { task.Input.FirstFrame }.Concat(task.Input.References).Append(task.Input.LastFrame).OfType<string>();
}
