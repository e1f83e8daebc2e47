using System.Security.Cryptography;
using Kinora.Core.Assets;
using Kinora.Core.Generations;
using Kinora.Core.Media;

namespace Kinora.Core.Joins;

/// <summary>Fetches the clips of a join from the store, makes the film, and stores it.</summary>
/// <remarks>Files in the making lie in the store's scratch folder and go with the run; what a crash leaves of them goes when its node starts again.</remarks>
internal sealed class FilmMedia(IAssetStore assets, JoinRenderer renderer, OutputMedia outputs)
{
    /// <summary>What is left for putting the parts together and storing the film, in percent.</summary>
    private const int Rest = 10;

    /// <exception cref="InputGoneException">A clip or the music is no longer stored.</exception>
    /// <exception cref="MediaException">It could not be made.</exception>
    /// <exception cref="IOException">Something could not be read, written or stored.</exception>
    public async Task<GenerationOutput> MakeAsync(Join join, JoinProgress progress, CancellationToken cancellationToken)
    {
        var plan = join.Plan;
        var files = new List<string>();
        var form = new FilmForm(plan.Width, plan.Height, plan.FrameRate, plan.KeepSound && plan.Clips.Any(clip => clip.HasSound), plan.Fades);
        try
        {
            var parts = new List<FilmPart>();
            foreach (var (index, clip) in plan.Clips.Index())
            {
                parts.Add(await PartAsync(plan, index, form, files, cancellationToken));
                progress.Percent = (int)((100 - Rest) * parts.Sum(part => part.Seconds) / plan.Seconds());
            }

            var music = plan.Music is { } given
                ? new FilmMusic(await FetchAsync(given.Key, $"The music ({given.AssetId}) is no longer stored.", files, cancellationToken), given.Volume / 100.0)
                : null;
            var film = New("mp4", files);
            await renderer.FilmAsync(parts, form, music, New("list", files), film, cancellationToken);
            progress.Percent = 100 - Rest / 2;
            return await outputs.StoreAsync(film, $"joins/{join.AccountId}/{join.Id}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}", cancellationToken);
        }
        finally
        {
            foreach (var file in files) File.Delete(file);
        }
    }

    private async Task<FilmPart> PartAsync(JoinPlan plan, int index, FilmForm form, List<string> files, CancellationToken cancellationToken)
    {
        var clip = plan.Clips[index];
        var path = await FetchAsync(clip.Key, $"The video of clip {index + 1} ({clip.GenerationId}) is no longer stored.", files, cancellationToken);
        var part = await renderer.PartAsync(
            new(path, clip.From, clip.Seconds, clip.HasSound, FadesIn: index > 0, FadesOut: index < plan.Clips.Count - 1), form, New("mov", files), cancellationToken);
        File.Delete(path);
        return part;
    }

    private async Task<string> FetchAsync(string key, string gone, List<string> files, CancellationToken cancellationToken)
    {
        await using var stored = await assets.OpenAsync(key, cancellationToken) ?? throw new InputGoneException(gone);
        var path = New("clip", files);
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 81920, FileOptions.Asynchronous);
        await stored.CopyToAsync(file, cancellationToken);
        return path;
    }

    private string New(string extension, List<string> files)
    {
        var path = assets.TemporaryPath(extension);
        files.Add(path);
        return path;
    }
}
