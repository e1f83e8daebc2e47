using System.Security.Cryptography;
using System.Text;
using Kinora.Core.Catalog;
using Kinora.Core.Media;

namespace Kinora.Core.Assets;

/// <summary>A file as it comes in: recognised by its first bytes, bounded by its kind from then on, written and hashed as it passes.</summary>
/// <param name="wanted">The only kind that will do; null for any.</param>
internal sealed class IncomingFile(string path, MediaKind? wanted) : Stream
{
    private readonly FileStream _file = new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, 65_536, FileOptions.Asynchronous);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly MemoryStream _start = new();
    private MediaKind? _kind;
    private long _bytes;

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => _bytes;
    public override long Position { get => _bytes; set => throw new NotSupportedException(); }

    /// <exception cref="AssetRefusedException">It is nothing that is taken, or too much of it.</exception>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _bytes += buffer.Length;
        if (_kind is null) Recognise(buffer.Span);
        if (_kind is { } kind && _bytes > AssetLimits.MaxBytesOf(kind)) throw AssetRefusedException.Heavy(kind);
        _hash.AppendData(buffer.Span);
        await _file.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Everything has come. The kind is the likeliest; the hash is in lower-case hex.</summary>
    /// <exception cref="AssetRefusedException">It is nothing that is taken.</exception>
    public async Task<(MediaKind Kind, long Bytes, string Sha256)> EndAsync(CancellationToken cancellationToken)
    {
        var kind = _kind ?? KindOf(_start.ToArray());
        await _file.FlushAsync(cancellationToken);
        return (kind, _bytes, Convert.ToHexStringLower(_hash.GetHashAndReset()));
    }

    private void Recognise(ReadOnlySpan<byte> next)
    {
        _start.Write(next[..Math.Min(next.Length, MediaHeader.Length - (int)_start.Length)]);
        if (_start.Length == MediaHeader.Length) _kind = KindOf(_start.ToArray());
    }

    // A file in the container of MP4 may turn out to be a sound; until then it has the room of a video.
    private MediaKind KindOf(byte[] start)
    {
        var kinds = MediaHeader.ContentTypes(start).Select(MediaKinds.Of).ToArray();
        if (kinds.Length == 0) throw IsWebPage(start) ? AssetRefusedException.WebPage() : AssetRefusedException.Unknown();
        return wanted is not { } only ? kinds[0] : kinds.Contains(only) ? only : throw AssetRefusedException.Other(kinds[0], only);
    }

    // What a link to a file often answers where the file itself is not to be had.
    private static bool IsWebPage(ReadOnlySpan<byte> start)
    {
        var text = Encoding.ASCII.GetString(start).TrimStart('?', ' ', '\t', '\r', '\n');
        return text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Files are written asynchronously.");
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        _hash.Dispose();
        await _file.DisposeAsync();
        await base.DisposeAsync();
    }
}
