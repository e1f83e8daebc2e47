using System.IO.Compression;
using Kinora.Core.Assets;
using Microsoft.AspNetCore.Http.Features;

namespace Kinora.Server.Hosting;

/// <summary>Sends stored files as one zip, made while it is sent: nothing is kept in memory or on disk. Videos are stored as they are, since they hardly get smaller.</summary>
/// <remarks>What goes wrong on the way breaks the connection off, so that nobody takes half of it for the whole.</remarks>
internal sealed class ZipOfVideos(IReadOnlyList<ZipOfVideos.Entry> entries, IAssetStore assets) : IResult
{
    /// <param name="Name">Of two with the same name the second gets a number.</param>
    /// <param name="Key">Of the stored file.</param>
    public sealed record Entry(string Name, string Key, DateTimeOffset At);

    public async Task ExecuteAsync(HttpContext context)
    {
        var stop = context.RequestAborted;
        context.Response.ContentType = "application/zip";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"videos.zip\"";
        context.Response.Headers.CacheControl = "no-store";

        // The archive writes the few bytes behind each file without waiting, also where it is disposed of asynchronously.
        context.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await using var zip = await ZipArchive.CreateAsync(context.Response.Body, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, stop);
        foreach (var one in entries)
        {
            await using var stored = await assets.OpenAsync(one.Key, stop) ?? throw new IOException($"The file {one.Key} is no longer stored.");
            var entry = zip.CreateEntry(Unique(one.Name, names), CompressionLevel.NoCompression);
            entry.LastWriteTime = one.At.ToUniversalTime();
            await using var sent = await entry.OpenAsync(stop);
            await stored.CopyToAsync(sent, stop);
        }
    }

    private static string Unique(string name, HashSet<string> names)
    {
        var (stem, ending) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        for (var number = 2; !names.Add(name); number++) name = $"{stem}-{number}{ending}";
        return name;
    }
}
