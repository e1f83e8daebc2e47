using System.Net;
using System.Net.Http.Headers;

namespace Kinora.Core.Fetching;

/// <summary>A local file that is being fetched, and what is known of the one that it is a copy of. One user at a time.</summary>
/// <remarks>
/// The rest is asked for under the condition that the original is still the same (<c>If-Range</c>: RFC 9110, 13.1.5). Where it has no mark
/// of its own, its announced length must be the same.
/// </remarks>
public sealed class PartialFile(string path)
{
    private RangeConditionHeaderValue? _mark;

    public string Path { get; } = path;

    /// <summary>How many bytes are there.</summary>
    public long Bytes => File.Exists(Path) ? new FileInfo(Path).Length : 0;

    /// <summary>How many bytes it has when it is whole; null while nobody said.</summary>
    internal long? Length { get; private set; }
    internal bool IsWhole { get; set; }

    public void Delete() => File.Delete(Path);

    internal void AskForRest(HttpRequestMessage request)
    {
        if (Bytes is not (> 0 and var bytes) || _mark is null && Length is null) return;
        request.Headers.Range = new RangeHeaderValue(bytes, null);
        request.Headers.IfRange = _mark;
    }

    /// <summary>The file, open where the answer goes on; null when the answer does not fit, so that the next try begins anew.</summary>
    internal FileStream? Open(HttpResponseMessage response)
    {
        if (response.StatusCode is HttpStatusCode.OK)
        {
            (Length, _mark) = (response.Content.Headers.ContentLength, MarkOf(response));
            return Open(FileMode.Create);
        }

        var range = response.Content.Headers.ContentRange;
        if (range is { From: { } from, Length: var length } && from == Bytes && (Length is null || length == Length)) return Open(FileMode.Append);
        (Length, _mark) = (null, null);
        Delete();
        return null;
    }

    // Not buffered: what was written is there, whatever ends the fetch.
    private FileStream Open(FileMode mode) => new(Path, mode, FileAccess.Write, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous);

    private static RangeConditionHeaderValue? MarkOf(HttpResponseMessage response) => response switch
    {
        { Headers.ETag: { IsWeak: false } tag } => new(tag),
        { Content.Headers.LastModified: { } date } => new(date),
        _ => null,
    };
}
