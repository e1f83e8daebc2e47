using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Kinora.Core.Assets;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Core.Media;
using Kinora.Core.Storage;

namespace Kinora.Core.Joins;

/// <summary>Takes requests for joins in: finds the clips, checks that a film can be made of them, commits.</summary>
public sealed class JoinAcceptor(JoinStore joins, GenerationStore generations, AssetIndex assets, TimeProvider time)
{
    /// <summary>A side of a film, in pixels.</summary>
    private const int LongestSide = 4096;

    /// <summary>Answers only after the commit.</summary>
    /// <param name="idempotencyKey">The caller's, at most 200 characters; forgotten when the join is deleted.</param>
    public async Task<JoinResult> AcceptAsync(string accountId, JoinForm form, string? idempotencyKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var key = idempotencyKey is null ? null : new IdempotencyKey(
            idempotencyKey, Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(form, KinoraJsonContext.Default.JoinForm))));
        if (key is not null && await joins.FindKeyAsync(accountId, key, cancellationToken) is { } earlier) return earlier;
        var faults = JoinRules.FaultsOf(form);
        if (faults.Count > 0) return new JoinResult.Invalid(faults);
        var (plan, found) = await PlanAsync(accountId, form, cancellationToken);
        if (plan is null) return new JoinResult.Invalid(found);
        var now = time.GetUtcNow();
        return await joins.AddAsync(
            new() { Id = "join_" + Guid.CreateVersion7(now).ToString("N"), AccountId = accountId, Plan = plan, CreatedAt = now }, key, cancellationToken);
    }

    private async Task<(JoinPlan? Plan, List<InputFault> Faults)> PlanAsync(string accountId, JoinForm form, CancellationToken cancellationToken)
    {
        var (clips, faults) = (new List<JoinClip>(), new List<InputFault>());
        MediaFacts? first = null;
        foreach (var (index, clip) in form.Clips.Index())
        {
            if (await FindAsync(accountId, clip.Generation, cancellationToken) is not { } generation) faults.Add(JoinRules.NoClip(index, clip.Generation));
            else if (clip.Output < 0 || generation.Outputs.ElementAtOrDefault(clip.Output ?? 0) is not { } output)
                faults.Add(JoinRules.NoOutput(index, clip.Output, generation.Outputs.Count));
            else if (JoinRules.SpanFault(index, clip, output.Facts.DurationSeconds) is { } fault) faults.Add(fault);
            else
            {
                first ??= output.Facts;
                var from = clip.From ?? 0;
                var until = Math.Min(clip.To ?? double.MaxValue, output.Facts.DurationSeconds);
                clips.Add(new(clip.Generation, clip.Output ?? 0, output.VideoKey, from, until - from, output.Facts.AudioCodec is not null));
            }
        }

        var music = form.Music is null ? null : await assets.UseAsync(accountId, form.Music, cancellationToken);
        if (form.Music is not null && (music is null || MediaKinds.Of(music.Facts.ContentType) is not MediaKind.Sound)) faults.Add(JoinRules.NoMusic(form.Music));
        if (clips.Sum(clip => clip.Seconds) is var seconds && seconds > JoinRules.LongestFilm.TotalSeconds)
            faults.Add(new("clips", "The clips must be 30 minutes together at most.", Math.Round(seconds, 3)));
        if (faults.Count > 0) return (null, faults);
        var (width, height) = FrameOf(first!, form);
        return (new()
        {
            Clips = clips,
            Music = music is null ? null : new(music.Id, music.Key, form.MusicVolume ?? JoinRules.DefaultVolume),
            KeepSound = form.KeepSound ?? true,
            Fades = form.Transition is JoinRules.Fade,
            Width = width,
            Height = height,
            FrameRate = FilmForm.NearestFrameRate(first!.FrameRate),
            Name = form.Name?.Trim(),
        }, []);
    }

    private async Task<Generation?> FindAsync(string accountId, string id, CancellationToken cancellationToken) =>
        await generations.FindAsync(id, cancellationToken) is { Status: GenerationStatus.Succeeded, ExpiredAt: null, Marks.DeletedAt: null } found && found.AccountId == accountId
            ? found : null;

    private static (int Width, int Height) FrameOf(MediaFacts first, JoinForm form)
    {
        var size = form is { AspectRatio: null, Resolution: null } ? null : FrameSize.Of(
            form.AspectRatio ?? string.Create(CultureInfo.InvariantCulture, $"{first.Width}:{first.Height}"),
            form.Resolution ?? string.Create(CultureInfo.InvariantCulture, $"{Math.Min(first.Width, first.Height)}p"));
        var (width, height) = size is null ? (first.Width, first.Height) : (size.Width, size.Height);
        var scale = Math.Min(1, (double)LongestSide / Math.Max(width, height));
        return (Even(width * scale), Even(height * scale));
    }

    private static int Even(double side) => Math.Max(2, (int)Math.Round(side / 2) * 2);
}
