namespace Kinora.Core.Assets;

/// <summary>Takes uploads in: bounded, sniffed, probed, stored, indexed.</summary>
public sealed class AssetLibrary
{
    /// <summary>Largest upload, in bytes.</summary>
    public const long MaxBytes = 20 * 1024 * 1024;

    /// <summary>Stores a picture of an account; durable when this completes.</summary>
    /// <exception cref="AssetRefusedException">It is too large, or not a picture that Kinora knows.</exception>
    public Task<Asset> UploadAsync(string accountId, Stream content, CancellationToken cancellationToken) => throw new NotImplementedException();
}

/// <summary>An upload that is not taken; the message is fit for the user.</summary>
public sealed class AssetRefusedException(bool tooLarge, string message) : Exception(message)
{
    /// <summary>Whether its size is the reason, rather than its kind.</summary>
    public bool TooLarge { get; } = tooLarge;
}
