using Kinora.Sandbox.Tasks;

namespace Kinora.Sandbox.Rendering;

/// <summary>Turns what a task asks for into a video to be made.</summary>
internal static class TaskPlan
{
    private const int UsualSeconds = 5;
    private const int MaxSeconds = 60;

    public static RenderPlan For(SandboxTask task, IReadOnlyList<Picture> pictures, bool fast)
    {
        var input = task.Input;
        var (width, height) = FrameSize.For(input.AspectRatio, input.Resolution, pictures.Count > 0 ? pictures[0] : null, fast);
        return new RenderPlan
        {
            Width = width,
            Height = height,
            Seconds = Math.Clamp(input.Duration ?? UsualSeconds, 1, MaxSeconds),
            Sound = task.Sound,
            Prompt = input.Prompt ?? "",
            Watermark = input.Watermark ?? "",

            // Without a seed each task gets its own picture, like the models; and the same one again after a restart.
            Seed = input.Seed ?? (long)Dice.From(task.TaskId, null).Next(),
            Pictures = pictures,
            Fast = fast,
        };
    }
}
