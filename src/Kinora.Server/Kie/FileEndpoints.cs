using Kinora.Core.Assets;
using Kinora.Core.Storage;
using Kinora.Server.Hosting;
using Kinora.Server.Problems;

namespace Kinora.Server.Kie;

/// <summary>Serves what <see cref="FileLinks"/> names, to whoever has the link. KIE's clients have no key for files.</summary>
internal static class FileEndpoints
{
    public static void MapFileLinks(this IEndpointRouteBuilder routes) =>
        routes.MapMethods($"/{FileLinks.Folder}/{{token}}/{{name}}", ["GET", "HEAD"], ContentAsync).ExcludeFromDescription();

    private static async Task<IResult> ContentAsync(
        string token, FileTokens tokens, StoredFiles files, IAssetStore assets, HttpContext context, CancellationToken cancellationToken)
    {
        if (tokens.Read(token) is not { } named || await files.FindAsync(named, cancellationToken) is not { } file
            || await assets.OpenAsync(file.Key, cancellationToken) is not { } bytes) return ProblemResult.NotFound();
        StoredContent.AllowElsewhere(context);
        return StoredContent.Send(context, bytes, file.ContentType, file.Tag, downloadName: null);
    }
}

/// <summary>Finds where the bytes of named files lie.</summary>
internal sealed class StoredFiles(GenerationStore generations, AssetIndex assets)
{
    /// <summary>Null when it is not kept, or no longer.</summary>
    public async Task<StoredFile?> FindAsync(NamedFile named, CancellationToken cancellationToken)
    {
        if (named.Variant is not { } variant)
        {
            return await assets.FindAsync(named.Id, cancellationToken) is { } asset ? new(asset.Key, asset.Facts.ContentType, asset.Sha256, asset) : null;
        }

        var generation = await generations.FindAsync(named.Id, cancellationToken);
        return generation is { ExpiredAt: null, Marks.DeletedAt: null } && generation.Outputs.ElementAtOrDefault(named.Index) is { } output && variant.KeyOf(output) is { } key
            ? new(key, variant.ContentType(output), variant.Tag(output), null)
            : null;
    }
}

/// <param name="Key">Of the asset store.</param>
/// <param name="Tag">Changes with the bytes.</param>
/// <param name="Upload">Null for a file of a generation.</param>
internal sealed record StoredFile(string Key, string ContentType, string Tag, Asset? Upload);
