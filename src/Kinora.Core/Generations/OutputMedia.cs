using System.Security.Cryptography;
using Kinora.Core.Assets;
using Kinora.Core.Fetching;
using Kinora.Core.Media;
using Kinora.Core.Providers;
using Kinora.Core.Storage;

namespace Kinora.Core.Generations;

/// <summary>Fetches, probes and stores what a provider made.</summary>
/// <remarks>Each run has keys of its own, written down as loose first: what a crash or a slower twin leaves behind is swept.</remarks>
internal sealed class OutputMedia(GuardedHttp http, IAssetStore assets, LooseFiles loose, Ffprobe ffprobe, PictureMaker pictures)
{
    private const long MaxBytes = 4L * 1024 * 1024 * 1024;
    
    /// <summary>Longer than the largest file needs on its way into a store that is slow: what is swept before it is there must be fetched again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(10);
    private readonly BrokenOffFiles _brokenOff = new();

    /// <summary>Brings one output home. What came of it before a fault is kept, so that the next try goes on from there.</summary>
    /// <param name="provider">Null for an account that is not there any more: its outputs are fetched as from anywhere.</param>
    /// <exception cref="FetchException">It could not be fetched.</exception>
    /// <exception cref="MediaException">It is not a video, or not a whole one.</exception>
    /// <exception cref="IOException">It could not be written or stored.</exception>
    public async Task<GenerationOutput> CollectAsync(Generation generation, int index, IGenerationProvider? provider, CancellationToken cancellationToken)
    {
        var name = $"{generation.Id}/{index}";
        var file = _brokenOff.Take(name) ?? new PartialFile(assets.TemporaryPath("part"));
        try
        {
            var request = new FetchRequest(generation.ProviderOutputs[index], MaxBytes, Timeout)
            {
                TrustedOrigin = provider?.Origin, Credentials = provider?.OutputCredentials,
            };
            await http.FetchAsync(request, file, cancellationToken);
            CrashPoint.Pass("collect.fetched");
            return await StoreAsync(file.Path, $"outputs/{generation.AccountId}/{name}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}", cancellationToken);
        }
        catch (Exception fault) when (IsWorthless(fault, file))
        {
            file.Delete();
            throw;
        }
        catch
        {
            _brokenOff.Keep(name, file);
            throw;
        }
    }

    /// <summary>The generation has ended, one way or the other.</summary>
    public void Forget(string generationId) => _brokenOff.Forget(generationId);

    // A disk that is full must not be kept full by what did not fit on it.
    private static bool IsWorthless(Exception fault, PartialFile file) => fault switch
    {
        FetchException fetch => fetch.Failure is FetchFailure.TooLarge or FetchFailure.Forbidden,
        MediaException media => media.Failure is MediaFailure.NotMedia,
        IOException or UnauthorizedAccessException => !file.IsWhole,
        _ => false,
    };

    /// <summary>Stores a video that is on this machine, with its pictures. Whoever refers to the files takes them out of the loose ones.</summary>
    /// <param name="key">What the keys of all its files begin with; nobody else's do.</param>
    /// <exception cref="MediaException">It is not a video, or not a whole one.</exception>
    /// <exception cref="IOException">It could not be stored.</exception>
    public async Task<GenerationOutput> StoreAsync(string video, string key, CancellationToken cancellationToken)
    {
        var facts = await ffprobe.ProbeAsync(video, cancellationToken);
        var (bytes, sha256) = await MeasureAsync(video, facts, cancellationToken);
        var start = assets.TemporaryPath("pictures");
        try
        {
            var made = await pictures.MakeAsync(video, facts, start, cancellationToken);
            var output = new GenerationOutput($"{key}.{AssetLimits.Extensions[facts.ContentType]}", Key(made.Poster, "webp"), facts, bytes, sha256)
            {
                PreviewKey = Key(made.Preview, "preview.mp4"),
                FirstFrameKey = Key(made.FirstFrame, "first.webp"),
                LastFrameKey = Key(made.LastFrame, "last.webp"),
                FilmstripKey = made.Strip is null ? null : Key(made.Filmstrip, "filmstrip.webp"),
                Filmstrip = made.Strip,
            };
            if (!await loose.ExpectAsync([.. output.Files], Patience, cancellationToken)) throw new IOException("Its files are being swept.");
            CrashPoint.Pass("collect.expected");
            await ImportAsync(output.PosterKey, made.Poster, cancellationToken);
            await ImportAsync(output.PreviewKey, made.Preview, cancellationToken);
            await ImportAsync(output.FirstFrameKey, made.FirstFrame, cancellationToken);
            await ImportAsync(output.LastFrameKey, made.LastFrame, cancellationToken);
            await ImportAsync(output.FilmstripKey, made.Filmstrip, cancellationToken);
            CrashPoint.Pass("collect.pictured");
            await assets.ImportAsync(output.VideoKey, video, cancellationToken);
            CrashPoint.Pass("collect.stored");
            return output;
        }
        finally
        {
            PictureMaker.Delete(start);
        }

        string? Key(string? picture, string ending) => picture is null ? null : $"{key}.{ending}";
    }

    private Task ImportAsync(string? key, string? path, CancellationToken cancellationToken) =>
        key is null || path is null ? Task.CompletedTask : assets.ImportAsync(key, path, cancellationToken);

    private static async Task<(long Bytes, string Sha256)> MeasureAsync(string path, MediaFacts facts, CancellationToken cancellationToken)
    {
        if (!facts.ContentType.StartsWith("video/", StringComparison.Ordinal)) throw new MediaException(MediaFailure.NotMedia, "The file is not a video.");
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 81920, FileOptions.Asynchronous);
        if (!FileEnd.IsThere(file, facts.ContentType)) throw new MediaException(MediaFailure.NotMedia, "The video breaks off before its end.");
        file.Position = 0;
        return (file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)));
    }
}
