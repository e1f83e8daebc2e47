using Kinora.Sandbox.Tests.Rendering;

namespace Kinora.Sandbox.Tests.Matrix;

/// <summary>What every request of the matrix is made from, uploaded once. Picture and video differ in shape, video and speech in length.</summary>
internal sealed record MatrixMedia(string Picture, string OtherPicture, string Video, string Speech)
{
    public const double PictureRatio = 3 / 4.0, VideoRatio = 16 / 9.0, VideoSeconds = 3, SpeechSeconds = 2.5;

    /// <summary>The ids of finished tasks, by family (and API where that matters), to be continued or enlarged.</summary>
    public Dictionary<string, string> Takes { get; } = [];

    /// <summary>The task that a model may continue or enlarge.</summary>
    public string TakeFor(DocumentedModel model) => Takes.GetValueOrDefault($"{model.Endpoint} {model.Family}") ?? Takes[model.Family];

    public static async Task<MatrixMedia> UploadAsync(Caller caller, Studio studio) => new(
        await caller.UploadAsync((await studio.PictureAsync("testsrc2=s=300x400")).Path),
        await caller.UploadAsync((await studio.PictureAsync("color=teal:s=300x400", "jpg")).Path),
        await caller.UploadAsync((await studio.VideoAsync("testsrc2=s=320x180:r=24", VideoSeconds, sound: true)).Path),
        await caller.UploadAsync((await studio.SoundAsync("sine=frequency=300", SpeechSeconds)).Path));
}
