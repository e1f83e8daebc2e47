using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using KieAi;
using KieAi.AspNetCore;

namespace Kinora.Sandbox.Assets;

/// <summary>The asset library: addresses under an id, usable as <c>asset://id</c> wherever a request names a file.</summary>
/// <param name="folder">Null keeps it in memory only.</param>
/// <param name="ready">How long after its creation an asset can be used.</param>
internal sealed class AssetLibrary(string? folder, TimeSpan ready, TimeProvider clock)
{
    private const string Scheme = "asset://";
    private const string Processing = "Processing";
    private const int LongestAddress = 2048;

    private readonly RecordFolder<SandboxAsset> _assets = Load(folder);

    public async Task<KieReply<string>> CreateAsync(KieAssetRequest request)
    {
        if (request.AssetType is not ("Image" or "Video" or "Audio"))
            return WireRefusal.OutOfRange("assetType");
        if (request.Url is not { Length: <= LongestAddress } url || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return WireRefusal.OutOfRange("url");

        var now = clock.GetUtcNow();
        var random = RandomNumberGenerator.GetHexString(8, lowercase: true);
        var asset = new SandboxAsset($"asset-{now.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}-{random}", url, request.AssetType, now);
        await _assets.SaveAsync(asset, CancellationToken.None);
        return KieReply.Success(asset.AssetId);
    }

    public KieReply<KieAsset> Find(string assetId) => _assets.Find(assetId) is { } asset
        ? KieReply.Success(new KieAsset { Status = IsActive(asset) ? KieAsset.Active : Processing, Url = asset.Url })
        : KieReply.Refused<KieAsset>(404, "Asset not found");

    /// <summary>A model's fields with addresses in place of the assets that they name; or why that cannot be.</summary>
    public (JsonObject Fields, string? Missing) Exchange(JsonObject fields)
    {
        string? missing = null;
        var exchanged = Exchange((JsonNode)fields)!.AsObject();
        return (exchanged, missing);

        JsonNode? Exchange(JsonNode? node) => node switch
        {
            JsonObject given => new JsonObject(given.Select(field => KeyValuePair.Create(field.Key, Exchange(field.Value)))),
            JsonArray items => new JsonArray([.. items.Select(Exchange)]),
            JsonValue value when value.TryGetValue<string>(out var text) && text.StartsWith(Scheme, StringComparison.Ordinal) =>
                JsonValue.Create(Address(text[Scheme.Length..])),
            _ => node?.DeepClone(),
        };

        string? Address(string assetId)
        {
            var asset = _assets.Find(assetId);
            if (asset is not null && IsActive(asset)) return asset.Url;
            missing ??= asset is null ? "The asset does not exist in the Asset Library" : "The asset is still being processed";
            return null;
        }
    }

    private bool IsActive(SandboxAsset asset) => clock.GetUtcNow() - asset.CreatedAt >= ready;

    private static RecordFolder<SandboxAsset> Load(string? folder)
    {
        var assets = new RecordFolder<SandboxAsset>(folder, asset => asset.AssetId, SandboxJson.Default.SandboxAsset);
        assets.Load();
        return assets;
    }
}

/// <summary>An entry of the library as it is kept.</summary>
internal sealed record SandboxAsset(string AssetId, string Url, string AssetType, DateTimeOffset CreatedAt);
