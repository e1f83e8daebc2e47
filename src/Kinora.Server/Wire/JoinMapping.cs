using Kinora.Client;
using Kinora.Core.Joins;
using JoinClip = Kinora.Client.JoinClip;

namespace Kinora.Server.Wire;

/// <summary>Films of clips, between the wire and the domain.</summary>
internal static class JoinMapping
{
    public static JoinForm ToForm(this JoinRequest request) => new()
    {
        Clips = [.. request.Clips.Select(clip => clip is null ? null! : new JoinFormClip(clip.Generation, clip.Output, clip.From, clip.To))],
        Music = request.Music,
        MusicVolume = request.MusicVolume,
        KeepSound = request.KeepSound,
        Transition = request.Transition,
        AspectRatio = request.AspectRatio,
        Resolution = request.Resolution,
        Name = request.Name,
    };

    public static JoinResponse ToResponse(this Join join) => new()
    {
        Id = join.Id,
        Status = WireNames.Of(join.Status),
        Progress = join.Progress,
        Name = join.Plan.Name,
        Clips = [.. join.Plan.Clips.Select(clip => new JoinClip(clip.GenerationId, clip.Output, clip.From, Math.Round(clip.From + clip.Seconds, 3)))],
        Music = join.Plan.Music?.AssetId,
        MusicVolume = join.Plan.Music?.Volume,
        KeepSound = join.Plan.KeepSound,
        Transition = JoinRules.Transitions[join.Plan.Fades ? 1 : 0],
        Width = join.Plan.Width,
        Height = join.Plan.Height,
        DurationSeconds = Math.Round(join.Plan.Seconds(), 3),
        Failure = join.Failure,
        CreatedAt = join.CreatedAt,
        StartedAt = join.StartedAt,
        CompletedAt = join.CompletedAt,
        Output = join.Output?.ToResponse("/api/joins/" + join.Id, 0),
    };
}
