using Kinora.Core.Media;
using Kinora.Sandbox.Files;
using Kinora.Sandbox.Rendering;

namespace Kinora.Sandbox.Tasks;

/// <summary>Makes what a task gives beside its video, or instead of one.</summary>
internal sealed class TaskExtras(ClipRenderer renderer, MediaProcess process, LastFrame lastFrame)
{
    private const string ReturnLastFrame = "return_last_frame";
    private const string Timestamps = "timestamps";

    private readonly StillMaker _stills = new(process);
    private readonly Splicer _splicer = new(process);
    private readonly SubjectFinder _subjects = new(process);

    /// <summary>Makes all that the task's record will name, and answers the names.</summary>
    /// <param name="plan">Of the video.</param>
    /// <param name="file">Where a file of the task goes, by its name; the video is there already.</param>
    /// <param name="folder">For files in the making.</param>
    public async Task<IReadOnlyList<string>> MakeAsync(
        SandboxTask task, TaskMedia media, RenderPlan plan, Func<string, string> file, string folder, CancellationToken cancellationToken)
    {
        var (names, video) = (new List<string>(), file(ResultFile.Video));
        if (HasStill(task)) await _stills.TakeAsync(video, 0, Name(ResultFile.Still), cancellationToken);
        if (task.Input.Parameters?[ReturnLastFrame]?.ToString() == "true")
        {
            await _stills.TakeAsync(video, 0, Name(ResultFile.First), cancellationToken);
            var last = await lastFrame.TakeAsync(new Footage(video, plan.Width, plan.Height, plan.Seconds, false), folder, cancellationToken);
            File.Move(last.Path, Name(ResultFile.Last), overwrite: true);
        }

        if (task.Input.RemoveWatermark == true) await renderer.RenderAsync(plan with { Watermark = task.Model }, Name(ResultFile.Marked), cancellationToken);
        if (task.Api != TaskApi.Veo) return names;
        var wide = RenderSize.For("16:9", task.Input.Resolution, null, plan.Fast);
        if (wide != (plan.Width, plan.Height))
            await renderer.RenderAsync(plan with { Width = wide.Width, Height = wide.Height }, Name(ResultFile.Original), cancellationToken);
        if (media.Continued is { } earlier)
        {
            var later = new Footage(video, plan.Width, plan.Height, plan.Seconds, plan.Sound || plan.Track is not null);
            await _splicer.JoinAsync(earlier, later, Name(ResultFile.Whole), cancellationToken);
        }

        return names;

        string Name(string name)
        {
            names.Add(name);
            return file(name);
        }
    }

    /// <summary>Takes the picture of a character out of the clip that shows it.</summary>
    public async Task<IReadOnlyList<string>> CharacterAsync(SandboxTask task, TaskMedia media, Func<string, string> file, CancellationToken cancellationToken)
    {
        if (media.SourceVideo is not { } clip) throw new MediaException(MediaFailure.NotMedia, "there is no clip of the character.");
        var from = task.Input.Parameters?[Timestamps]?.ToString().Split(',')[0];
        await _stills.TakeAsync(clip.Path, double.TryParse(from, out var seconds) ? Math.Min(seconds, clip.Seconds) : 0, file(ResultFile.Character), cancellationToken);
        return [ResultFile.Character];
    }

    /// <summary>Paints a mask for each figure in the picture.</summary>
    public async Task<IReadOnlyList<string>> AnalysisAsync(TaskMedia media, Func<string, string> file, string folder, CancellationToken cancellationToken)
    {
        if (media.Pictures is not [var picture, ..]) throw new MediaException(MediaFailure.NotMedia, "there is no picture to look at.");
        var count = await _subjects.FindAsync(picture, folder, number => file(ResultFile.Mask(number)), cancellationToken);
        return [.. Enumerable.Range(1, count).Select(ResultFile.Mask)];
    }

    // Runway and Aleph name one beside every video, Veo beside a larger one.
    private static bool HasStill(SandboxTask task) =>
        task.Api is TaskApi.Runway or TaskApi.Aleph || task.Input is { Mode: "upscale", Source: not null };
}
