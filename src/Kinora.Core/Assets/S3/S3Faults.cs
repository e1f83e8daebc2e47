using System.Net;
using Amazon.Runtime;

namespace Kinora.Core.Assets.S3;

/// <summary>Makes of what the SDK raises what <see cref="IAssetStore"/> promises. No message carries a key, an address or an answer's text.</summary>
internal static class S3Faults
{
    /// <exception cref="IOException">The service refused, or could not be reached.</exception>
    public static async Task<T> OrIoAsync<T>(this Task<T> call, S3Options options, CancellationToken cancellationToken)
    {
        try
        {
            return await call;
        }
        catch (AmazonServiceException refused) when ((int)refused.StatusCode >= 300)
        {
            throw new IOException($"The asset store {options} answered {refused.ErrorCode} ({(int)refused.StatusCode}).", refused);
        }
        catch (Exception fault) when (fault is AmazonServiceException or AmazonClientException or HttpRequestException or WebException)
        {
            throw new IOException($"The asset store {options} could not be reached.", fault);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException($"The asset store {options} did not answer in time.", late);
        }
    }
}
