namespace Kinora.Core.Assets.S3;

/// <summary>Which bucket of which S3 service, and how it is reached.</summary>
public sealed record S3Options
{
    public required string Bucket { get; init; }

    /// <summary>Of the service; null for Amazon's own of <see cref="Region"/>.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>What requests are signed for. The default is <c>us-east-1</c>.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>Stands before every key, such as <c>kinora/</c>; empty by default.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Whether the bucket stands in the path of addresses, as most services but Amazon's want it, rather than in the host's name.</summary>
    public bool PathStyle { get; init; }
    public required string AccessKeyId { get; init; }
    public required string SecretAccessKey { get; init; }

    /// <summary>Files larger than this go up in several parts of this size, in bytes. The default is 32 MB; Amazon takes none below 5 MB.</summary>
    public long PartBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Without the secret.</summary>
    public override string ToString() => $"s3://{Bucket}/{Prefix}" + (Endpoint is null ? "" : $" at {Endpoint.Host}");
}
