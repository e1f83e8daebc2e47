using Kinora.Sandbox.Tasks;

namespace Kinora.Sandbox.Rendering;

/// <summary>Turns what a task asks for into a video to be made.</summary>
internal static class TaskPlan
{
    private const int UsualSeconds = 5;

    /// <summary>The length where the model decides it.</summary>
    private const int OwnChoiceSeconds = 8;

    private const int ManyScenes = 3;
    private const double LeastSeconds = 0.1;

    // Longer than any model makes by itself, and than any recording that one takes.
    private const int MostSeconds = 60;
    private const int MostGivenSeconds = 300;

    public static RenderPlan For(SandboxTask task, TaskMedia media, bool fast)
    {
        var input = task.Input;
        var track = media.Audio ?? (media.ReferenceAudio is [var first, ..] ? first : null);
        return input.Mode switch
        {
            "video-to-video" when media.SourceVideo is { } video =>
                Plan([video]) with { Regraded = true, Track = track ?? video.Sound, Seconds = input.Duration > 0 ? Made() : Given(video.Seconds) },
            "motion-control" when (media.MotionVideo ?? media.SourceVideo) is { } motion =>
                Plan([motion]) with { Inset = media.Pictures is [var person, ..] ? person : null, Track = track ?? motion.Sound, Seconds = Given(motion.Seconds) },
            "speech-to-video" when media.Audio is { } speech =>
                Plan(media.SourceVideo is { } speaker ? [speaker] : media.Pictures) with { Track = speech, Waves = true, Seconds = Given(speech.Seconds) },
            "upscale" when media.SourceVideo is { } video => Enlarged(video),
            _ => Plan([.. media.Pictures, .. Videos()]) with { Track = track, Scenes = input.MultiShot == true ? ManyScenes : 1 },
        };

        RenderPlan Plan(IReadOnlyList<Visual> shots)
        {
            var (width, height) = FrameSize.For(input.AspectRatio, input.Resolution, shots.Count > 0 ? shots[0] : null, fast);
            return new RenderPlan
            {
                Width = width,
                Height = height,
                Seconds = Made(),
                Sound = task.Sound,
                Prompt = input.Prompt ?? "",
                Watermark = input.Watermark ?? "",

                // Without a seed each task gets its own picture, like the models; and the same one again after a restart.
                Seed = input.Seed ?? (long)Dice.From(task.TaskId, null).Next(),
                Shots = shots,
                Fast = fast,
            };
        }

        RenderPlan Enlarged(Footage video)
        {
            var (width, height) = FrameSize.Enlarged(video, input.Resolution, fast);
            return Plan([video]) with { Width = width, Height = height, Track = video.Sound, Seconds = Given(video.Seconds) };
        }

        IEnumerable<Footage> Videos() => new[] { media.SourceVideo, media.MotionVideo }.OfType<Footage>().Concat(media.ReferenceVideos);

        double Made() => Math.Clamp(input.Duration is < 0 ? OwnChoiceSeconds : input.Duration ?? UsualSeconds, 1, MostSeconds);

        double Given(double seconds) => Math.Clamp(seconds, LeastSeconds, MostGivenSeconds);
    }
}
