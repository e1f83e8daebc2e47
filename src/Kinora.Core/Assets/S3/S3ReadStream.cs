using Amazon.S3;
using Amazon.S3.Model;

namespace Kinora.Core.Assets.S3;

/// <summary>Reads an object by ranges, none before it is read from there: whoever wants the end of a video does not load the rest.</summary>
/// <remarks>A range begins small and doubles while reading goes straight on. Should the object be replaced meanwhile, reading fails rather than mixing two.</remarks>
internal sealed class S3ReadStream(AmazonS3Client client, S3Options options, string name, long length, string tag) : Stream
{
    private const long FirstRange = 256 * 1024;
    private const long LongestRange = 16 * 1024 * 1024;
    private const int MostTries = 3;

    private GetObjectResponse? _range;
    private long _at;
    private long _rangeAt;
    private long _rangeEnd;
    private long _size = FirstRange;

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => length;
    public override long Position { get => _at; set => Seek(value, SeekOrigin.Begin); }

    /// <exception cref="IOException">The store could not be reached, or the object was replaced.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_at >= length || buffer.Length == 0) return 0;
        for (var tries = 1; ; tries++)
        {
            var body = await RangeAsync(cancellationToken);
            try
            {
                var read = await body.ReadAsync(buffer, cancellationToken);
                if (read == 0) throw new IOException($"The asset store {options} broke off.");
                _at += read;
                _rangeAt = _at;
                return read;
            }
            catch (IOException) when (tries < MostTries)
            {
                Drop();
            }
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin)
    {
        var target = offset + origin switch { SeekOrigin.Current => _at, SeekOrigin.End => length, _ => 0 };
        ArgumentOutOfRangeException.ThrowIfNegative(target, nameof(offset));
        return _at = target;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Stored files are read asynchronously.");
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override void Flush() { }
    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) Drop();
        base.Dispose(disposing);
    }

    private async Task<Stream> RangeAsync(CancellationToken cancellationToken)
    {
        if (_range is not null && _rangeAt == _at && _at < _rangeEnd) return _range.ResponseStream;
        _size = _rangeAt == _at && _at > 0 && _at == _rangeEnd ? Math.Min(2 * _size, LongestRange) : FirstRange;
        Drop();
        var end = Math.Min(_at + _size, length);
        var request = new GetObjectRequest { BucketName = options.Bucket, Key = name, ByteRange = new ByteRange(_at, end - 1) };
        var answer = await client.GetObjectAsync(request, cancellationToken).OrIoAsync(options, cancellationToken);
        if (answer.ETag != tag || answer.ContentLength != end - _at)
        {
            answer.Dispose();
            throw new IOException("The file was replaced while it was read.");
        }

        (_range, _rangeAt, _rangeEnd) = (answer, _at, end);
        return answer.ResponseStream;
    }

    private void Drop()
    {
        _range?.Dispose();
        _range = null;
    }
}
