using Kinora.Sandbox.Tasks;

namespace Kinora.Sandbox.Rendering;

/// <summary>Turns what a task asks for into a video to be made.</summary>
internal static class TaskPlan
{
    /// <summary>The field of enlargers that says how many times.</summary>
    private const string Factor = "upscale_factor";

    private const int UsualSeconds = 5;

    /// <summary>The length where the model decides it.</summary>
    private const int OwnChoiceSeconds = 8;

    // More would leave nothing of the video.
    private const int MostInsets = 3;
    private const double LeastSeconds = 0.1;

    // Longer than any model makes by itself, and than any recording that one takes.
    private const int MostSeconds = 60;
    private const int MostGivenSeconds = 300;

    public static RenderPlan For(SandboxTask task, TaskMedia media, bool fast)
    {
        var input = task.Input;
        var given = media.Audio ?? (media.ReferenceAudio is [var first, ..] ? first : null);
        return input.Mode switch
        {
            "video-to-video" when media.SourceVideo is { } video => Changed(video) with { Insets = Insets() },
            "motion-control" when (media.MotionVideo ?? media.SourceVideo) is { } motion =>
                Plan([motion], motion.Seconds, motion.Sound) with { Insets = Insets() },
            "speech-to-video" when media.Audio is { } speech =>
                Plan(media.SourceVideo is { } speaker ? [speaker] : media.Pictures, speech.Seconds) with { Track = speech, Waves = true },
            "upscale" when media.SourceVideo is { } video => Enlarged(video),
            _ when media is { Pictures: [], SourceVideo: null, MotionVideo: null, ReferenceVideos: [var alone] } => Changed(alone),
            _ => Scenic(Plan([.. media.Pictures, .. Videos()])),
        };

        // A video that is all there is decides the length where none was asked for.
        RenderPlan Changed(Footage video) => Scenic(Plan([video], video.Seconds, video.Sound) with { Regraded = true });

        RenderPlan Scenic(RenderPlan plan) => plan with { Scenes = SceneList.Of(input, plan.Seconds) };

        RenderPlan Plan(IReadOnlyList<Visual> shots, double? length = null, Recording? kept = null)
        {
            var (width, height) = RenderSize.For(input.AspectRatio, input.Resolution, shots.Count > 0 ? shots[0] : null, fast);
            return new RenderPlan
            {
                Width = width,
                Height = height,
                Seconds = Seconds(length),
                Sound = task.Sound == true,
                Track = task.Sound == false ? null : given ?? kept,
                Prompt = input.Prompt ?? "",
                Watermark = input.Watermark ?? "",
                Style = input.Style ?? "",

                // Without a seed each task gets its own picture, like the models; and the same one again after a restart.
                Seed = input.Seed ?? (long)Dice.From(task.TaskId, null).Next(),
                Shots = shots,
                Fast = fast,
            };
        }

        RenderPlan Enlarged(Footage video)
        {
            var (width, height) = RenderSize.Enlarged(video, input.Resolution, input.Parameters?[Factor]?.ToString(), fast);
            return Plan([video], video.Seconds, video.Sound) with { Width = width, Height = height, Prompt = "", Sound = false };
        }

        IReadOnlyList<Picture> Insets() => [.. media.Pictures.Take(MostInsets)];

        IEnumerable<Footage> Videos() => new[] { media.SourceVideo, media.MotionVideo }.OfType<Footage>().Concat(media.ReferenceVideos);

        double Seconds(double? length) =>
            task.Seconds is { } asked ? Math.Clamp(asked, LeastSeconds, MostSeconds)
            : length is { } its ? Math.Clamp(its, LeastSeconds, MostGivenSeconds)
            : input.Duration < 0 ? OwnChoiceSeconds
            : UsualSeconds;
    }
}
