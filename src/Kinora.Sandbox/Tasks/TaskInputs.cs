using System.Text.Json.Nodes;
using Kinora.Core.Catalog;
using Kinora.Core.Fetching;
using Kinora.Core.Generations;
using Kinora.Core.Media;
using Kinora.Sandbox.Files;
using Kinora.Sandbox.Rendering;

namespace Kinora.Sandbox.Tasks;

/// <summary>All media that a task names.</summary>
internal sealed class TaskInputs(MediaSource source, LastFrame lastFrame)
{
    private const string CharacterIds = "character_id_list";

    /// <summary>The input as a task should remember it: whatever is the sandbox's own by another name than its address.</summary>
    public GenerationInput Remember(GenerationInput input) => GivenMedia.Exchange(input, source.Remember);

    /// <summary>What can be known of videos and sounds without fetching: the measures of those that are the sandbox's own.</summary>
    /// <param name="input">As <see cref="Remember"/> answers it.</param>
    public async Task<IReadOnlyDictionary<string, MediaMeasure>> MeasureAsync(GenerationInput input)
    {
        var media = new Dictionary<string, MediaMeasure>();
        var named = new[] { input.SourceVideo, input.MotionVideo, input.Audio }.OfType<string>().Concat(input.ReferenceVideos).Concat(input.ReferenceAudio);
        foreach (var name in named.Distinct())
        {
            if (await source.MeasureAsync(name, CancellationToken.None) is { } measure) media[name] = measure;
        }

        return media;
    }

    /// <param name="folder">Where what is fetched is kept, until the caller deletes it.</param>
    /// <exception cref="FetchException">Something may not or cannot be fetched.</exception>
    /// <exception cref="MediaException">Something is of another kind than it should be.</exception>
    public async Task<TaskMedia> BringAsync(GenerationInput input, string folder, CancellationToken cancellationToken)
    {
        var video = input.Source is { } taskId
            ? await source.TakeAsync(taskId, cancellationToken)
            : await OneAsync(input.SourceVideo, source.VideoAsync);
        var pictures = await ManyAsync(
            new[] { input.FirstFrame }.Concat(input.References).Append(input.LastFrame).OfType<string>().Concat(Characters(input)), source.PictureAsync);

        // What continues a video begins as that ended.
        Footage? continued = null;
        if (input.Mode == "extend" && video is not null)
        {
            pictures = [await lastFrame.TakeAsync(video, folder, cancellationToken), .. pictures];
            (continued, video) = (video, null);
        }

        return new TaskMedia
        {
            Pictures = pictures,
            SourceVideo = video,
            Continued = continued,
            MotionVideo = await OneAsync(input.MotionVideo, source.VideoAsync),
            Audio = await OneAsync(input.Audio, source.SoundAsync),
            ReferenceVideos = await ManyAsync(input.ReferenceVideos, source.VideoAsync),
            ReferenceAudio = await ManyAsync(input.ReferenceAudio, source.SoundAsync),
        };

        IEnumerable<string> Characters(GenerationInput input) =>
            (input.Parameters?[CharacterIds] as JsonArray)?.Select(id => source.OfCharacter(id?.ToString() ?? "")) ?? [];

        async Task<T?> OneAsync<T>(string? address, Func<string, string, CancellationToken, Task<T>> bring) where T : class =>
            address is null ? null : await bring(address, folder, cancellationToken);

        async Task<IReadOnlyList<T>> ManyAsync<T>(IEnumerable<string> given, Func<string, string, CancellationToken, Task<T>> bring)
        {
            var brought = new List<T>();
            foreach (var address in given) brought.Add(await bring(address, folder, cancellationToken));
            return brought;
        }
    }
}
