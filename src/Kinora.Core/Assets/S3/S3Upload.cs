using Amazon.S3;
using Amazon.S3.Model;

namespace Kinora.Core.Assets.S3;

/// <summary>Sends files up, large ones in parts. A file that does not arrive whole leaves nothing behind.</summary>
internal sealed class S3Upload(AmazonS3Client client, S3Options options)
{
    private static readonly TimeSpan AbortTimeout = TimeSpan.FromSeconds(30);

    public async Task SendAsync(string name, string path, CancellationToken cancellationToken)
    {
        var bytes = new FileInfo(path).Length;
        if (bytes > options.PartBytes)
        {
            await SendPartsAsync(name, path, bytes, cancellationToken);
            return;
        }

        var request = new PutObjectRequest { BucketName = options.Bucket, Key = name, FilePath = path, ContentType = AssetLimits.ContentTypeOf(name) };
        await client.PutObjectAsync(request, cancellationToken).OrIoAsync(options, cancellationToken);
    }

    private async Task SendPartsAsync(string name, string path, long bytes, CancellationToken cancellationToken)
    {
        var begin = new InitiateMultipartUploadRequest { BucketName = options.Bucket, Key = name, ContentType = AssetLimits.ContentTypeOf(name) };
        var upload = await client.InitiateMultipartUploadAsync(begin, cancellationToken).OrIoAsync(options, cancellationToken);
        try
        {
            var parts = new List<PartETag>();
            for (long at = 0; at < bytes; at += options.PartBytes)
            {
                var part = new UploadPartRequest
                {
                    BucketName = options.Bucket, Key = name, UploadId = upload.UploadId, PartNumber = parts.Count + 1,
                    FilePath = path, FilePosition = at, PartSize = Math.Min(options.PartBytes, bytes - at),
                };
                var sent = await client.UploadPartAsync(part, cancellationToken).OrIoAsync(options, cancellationToken);
                parts.Add(new(part.PartNumber, sent.ETag));
            }

            var end = new CompleteMultipartUploadRequest { BucketName = options.Bucket, Key = name, UploadId = upload.UploadId, PartETags = parts };
            await client.CompleteMultipartUploadAsync(end, cancellationToken).OrIoAsync(options, cancellationToken);
        }
        catch
        {
            await AbortAsync(name, upload.UploadId);
            throw;
        }
    }

    // Parts of an upload that nobody ends are kept, and paid for, until the bucket's own rules clear them.
    private async Task AbortAsync(string name, string uploadId)
    {
        using var stop = new CancellationTokenSource(AbortTimeout);
        try
        {
            var abort = new AbortMultipartUploadRequest { BucketName = options.Bucket, Key = name, UploadId = uploadId };
            await client.AbortMultipartUploadAsync(abort, stop.Token).OrIoAsync(options, stop.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // What broke the upload off is what is told.
        }
    }
}
