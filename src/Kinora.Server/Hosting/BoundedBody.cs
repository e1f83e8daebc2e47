namespace Kinora.Server.Hosting;

/// <summary>A request body that breaks off with 413 beyond its limit, and can tell again what was read.</summary>
internal sealed class BoundedBody(Stream inner, long limit, bool remembers) : Stream
{
    private readonly MemoryStream? _read = remembers ? new() : null;
    private long _bytes;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => _bytes; set => throw new NotSupportedException(); }

    /// <summary>The whole body, with what nobody has read yet.</summary>
    public async Task<ReadOnlyMemory<byte>> WholeAsync(CancellationToken cancellationToken)
    {
        if (_read is null) return default;
        await CopyToAsync(Null, cancellationToken);
        return _read.GetBuffer().AsMemory(0, (int)_read.Length);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(await inner.ReadAsync(buffer, cancellationToken), buffer.Span);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Bodies are read asynchronously.");
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Count(int read, ReadOnlySpan<byte> buffer)
    {
        _bytes += read;
        if (_bytes > limit) throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
        _read?.Write(buffer[..read]);
        return read;
    }
}
