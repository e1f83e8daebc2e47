using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Kinora.Core.Assets.S3;

/// <summary>Keeps assets in a bucket of an S3 service. The bucket is never listed.</summary>
public sealed class S3AssetStore : IAssetStore, IDisposable
{
    private readonly S3Options _options;
    private readonly TimeProvider _time;
    private readonly ScratchFolder _scratch;
    private readonly AmazonS3Client _client;
    private readonly S3Upload _upload;

    /// <param name="scratch">A local folder for files in the making; what an earlier process left there is deleted.</param>
    /// <param name="time">By which the lifetimes of links count.</param>
    public S3AssetStore(S3Options options, string scratch, TimeProvider time) : this(options, scratch, time, http: null) { }

    internal S3AssetStore(S3Options options, string scratch, TimeProvider time, HttpClientFactory? http)
    {
        AWSConfigsS3.UseSignatureVersion4 = true;
        _options = options;
        _time = time;
        _scratch = new ScratchFolder(scratch);
        _client = new AmazonS3Client(new BasicAWSCredentials(options.AccessKeyId, options.SecretAccessKey), Configuration(options, http));
        _upload = new S3Upload(_client, options);
    }

    public async Task ImportAsync(string key, string path, CancellationToken cancellationToken)
    {
        await _upload.SendAsync(NameOf(key), path, cancellationToken);
        File.Delete(path);
    }

    public async Task<Stream?> OpenAsync(string key, CancellationToken cancellationToken)
    {
        var request = new GetObjectMetadataRequest { BucketName = _options.Bucket, Key = NameOf(key) };
        try
        {
            var found = await _client.GetObjectMetadataAsync(request, cancellationToken);
            return new S3ReadStream(_client, _options, request.Key, found.ContentLength, found.ETag);
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode is HttpStatusCode.NotFound)
        {
            return null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return await Task.FromException<Stream?>(fault).OrIoAsync(_options, cancellationToken);
        }
    }

    // S3 answers the same whether the key was there or not; its look-alikes may not.
    public async Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        var deleting = _client.DeleteObjectAsync(_options.Bucket, NameOf(key), cancellationToken);
        try
        {
            await deleting.OrIoAsync(_options, cancellationToken);
        }
        catch (IOException fault) when (fault.InnerException is AmazonS3Exception { ErrorCode: "NoSuchKey" })
        {
            // Gone is gone.
        }
    }

    public async Task<Uri?> LinkAsync(string key, TimeSpan lifetime, string? downloadName, CancellationToken cancellationToken)
    {
        var request = new GetPreSignedUrlRequest
        {
            BucketName = _options.Bucket,
            Key = NameOf(key),
            Verb = HttpVerb.GET,
            Protocol = _options.Endpoint?.Scheme == Uri.UriSchemeHttp ? Protocol.HTTP : Protocol.HTTPS,
            Expires = _time.GetUtcNow().UtcDateTime + lifetime,
        };
        if (downloadName is not null) request.ResponseHeaderOverrides.ContentDisposition = Attachment(downloadName);
        return new Uri(await _client.GetPreSignedURLAsync(request).OrIoAsync(_options, cancellationToken));
    }

    public string TemporaryPath(string extension) => _scratch.NewPath(extension);

    public void Dispose() => _client.Dispose();

    // The plain form where it will do: some of S3's look-alikes sign the marks of the other one wrongly.
    private static string Attachment(string name) => Ascii.IsValid(name) && !name.AsSpan().ContainsAny('"', '\\')
        ? new ContentDispositionHeaderValue("attachment") { FileName = $"\"{name}\"" }.ToString()
        : new ContentDispositionHeaderValue("attachment") { FileNameStar = name }.ToString();

    private static AmazonS3Config Configuration(S3Options options, HttpClientFactory? http)
    {
        var configuration = new AmazonS3Config
        {
            ForcePathStyle = options.PathStyle,
            MaxErrorRetry = 2,
            Timeout = TimeSpan.FromMinutes(2),
            HttpClientFactory = http,
        };
        if (options.Endpoint is null) configuration.RegionEndpoint = RegionEndpoint.GetBySystemName(options.Region);
        else (configuration.ServiceURL, configuration.AuthenticationRegion) = (options.Endpoint.AbsoluteUri, options.Region);
        return configuration;
    }

    private string NameOf(string key) =>
        AssetKey.IsValid(key) ? _options.Prefix + key : throw new ArgumentException($"'{key}' is not a key of this store.", nameof(key));
}
