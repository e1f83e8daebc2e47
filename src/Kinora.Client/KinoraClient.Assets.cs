using System.Net.Http.Headers;
using System.Net.Http.Json;
using static Kinora.Client.KinoraJsonContext;

namespace Kinora.Client;

/// <summary>Files to make videos of.</summary>
public sealed partial class KinoraClient
{
    /// <summary>Uploads a picture of at most 50 MB, a video of at most 500 MB or a sound of at most 100 MB.</summary>
    /// <param name="contentType">Such as <c>image/png</c>; what the file is told to be counts less than what is in it.</param>
    public Task<AssetResponse> UploadAsync(Stream file, string contentType, CancellationToken cancellationToken = default)
    {
        var content = new StreamContent(file) { Headers = { ContentType = new MediaTypeHeaderValue(contentType) } };
        return SendAsync(Post("api/assets", content), Default.AssetResponse, cancellationToken);
    }

    /// <summary>Makes an asset of what lies at an address, or of a generation: its video, its poster, or a frame.</summary>
    public Task<AssetResponse> AddAssetAsync(AssetRequest request, CancellationToken cancellationToken = default) =>
        SendAsync(Post("api/assets", JsonContent.Create(request, Default.AssetRequest)), Default.AssetResponse, cancellationToken);

    /// <summary>A page of the account's assets, newest first.</summary>
    /// <param name="cursor"><c>Next</c> of the page before; null for the first.</param>
    /// <param name="limit">1 to 100; 24 when null.</param>
    /// <param name="kind"><c>image</c>, <c>video</c> or <c>audio</c>; all of them when null.</param>
    public Task<AssetPage> AssetsAsync(string? cursor = null, int? limit = null, string? kind = null, CancellationToken cancellationToken = default) =>
        SendAsync(Get("api/assets" + Query(("cursor", cursor), ("limit", Text(limit)), ("kind", kind))), Default.AssetPage, cancellationToken);

    /// <summary>One asset.</summary>
    public Task<AssetResponse> AssetAsync(string id, CancellationToken cancellationToken = default) =>
        SendAsync(Get("api/assets/" + Segment(id)), Default.AssetResponse, cancellationToken);

    /// <summary>Cuts a part out of a video as an asset of its own, exact to the frame and with its sound.</summary>
    /// <param name="start">In seconds from the beginning of the video.</param>
    /// <param name="end">The same; at most 300 seconds later.</param>
    public Task<AssetResponse> TrimAssetAsync(string id, double start, double end, CancellationToken cancellationToken = default) =>
        SendAsync(Post($"api/assets/{Segment(id)}/trim", JsonContent.Create(new(start, end), Default.TrimRequest)), Default.AssetResponse, cancellationToken);

    /// <summary>Removes an asset, unless a generation that has not ended uses it.</summary>
    public Task DeleteAssetAsync(string id, CancellationToken cancellationToken = default) =>
        DoneAsync(new(HttpMethod.Delete, "api/assets/" + Segment(id)), cancellationToken);
}
