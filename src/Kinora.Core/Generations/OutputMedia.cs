using System.Security.Cryptography;
using Kinora.Core.Assets;
using Kinora.Core.Fetching;
using Kinora.Core.Media;
using Kinora.Core.Storage;

namespace Kinora.Core.Generations;

/// <summary>Fetches, probes and stores what a provider made.</summary>
/// <remarks>Each run has keys of its own, written down as loose first: what a crash or a slower twin leaves behind is swept.</remarks>
internal sealed class OutputMedia(GuardedHttp http, IAssetStore assets, LooseFiles loose, Ffprobe ffprobe, PosterMaker posters)
{
    private const long MaxBytes = 4L * 1024 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(10);

    /// <exception cref="FetchException">A file could not be fetched.</exception>
    /// <exception cref="MediaException">A file is not a video.</exception>
    public async Task<IReadOnlyList<GenerationOutput>> CollectAsync(Generation generation, Uri trustedOrigin, CancellationToken cancellationToken)
    {
        var outputs = new List<GenerationOutput>();
        var run = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        foreach (var address in generation.ProviderOutputs)
        {
            var request = new FetchRequest(address, MaxBytes, Timeout) { TrustedOrigin = trustedOrigin };
            outputs.Add(await CollectAsync(request, $"outputs/{generation.AccountId}/{generation.Id}/{outputs.Count}-{run}", cancellationToken));
        }

        return outputs;
    }

    private async Task<GenerationOutput> CollectAsync(FetchRequest request, string key, CancellationToken cancellationToken)
    {
        var video = assets.TemporaryPath(".mp4");
        var poster = assets.TemporaryPath(".webp");
        try
        {
            var (bytes, sha256) = await FetchAsync(request, video, cancellationToken);
            var facts = await ffprobe.ProbeAsync(video, cancellationToken);
            if (!facts.ContentType.StartsWith("video/", StringComparison.Ordinal)) throw new MediaException(MediaFailure.NotMedia, "The file is not a video.");
            await posters.MakeAsync(video, poster, cancellationToken);
            var output = new GenerationOutput(key + Extension(facts.ContentType), key + ".webp", facts, bytes, sha256);
            if (!await loose.ExpectAsync([.. output.Files], Patience, cancellationToken)) throw new IOException("Its files are being swept.");
            await assets.ImportAsync(output.PosterKey, poster, cancellationToken);
            await assets.ImportAsync(output.VideoKey, video, cancellationToken);
            return output;
        }
        finally
        {
            File.Delete(video);
            File.Delete(poster);
        }
    }

    private async Task<(long Bytes, string Sha256)> FetchAsync(FetchRequest request, string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.Asynchronous);
        var bytes = await http.FetchAsync(request, file, cancellationToken);
        file.Position = 0;
        return (bytes, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)));
    }

    private static string Extension(string contentType) => contentType == "video/webm" ? ".webm" : ".mp4";
}
