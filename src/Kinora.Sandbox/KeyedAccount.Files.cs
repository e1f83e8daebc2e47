using KieAi;
using KieAi.AspNetCore;

namespace Kinora.Sandbox;

/// <summary>Files, assets and what Gemini Omni is helped with.</summary>
internal sealed partial class KeyedAccount
{
    public Task<KieReply<KieUploadedFile>> UploadAsync(
        string path, string fileName, string? contentType, Stream content, CancellationToken cancellationToken) =>
        parts.Files.StoreAsync(path, fileName, contentType, content, cancellationToken);

    public Task<KieReply<KieUploadedFile>> UploadFromUrlAsync(string path, string? fileName, Uri url, CancellationToken cancellationToken) =>
        parts.Files.FetchAsync(path, fileName, url, cancellationToken);

    public Task<KieReply<string>> DownloadUrlAsync(string url, CancellationToken cancellationToken) => Task.FromResult(parts.Files.Link(url));

    public Task<KieReply<string>> CreateAssetAsync(KieAssetRequest request, CancellationToken cancellationToken) => parts.Assets.CreateAsync(request);

    public Task<KieReply<KieAsset>> FindAssetAsync(string assetId, CancellationToken cancellationToken) => Task.FromResult(parts.Assets.Find(assetId));

    public Task<KieReply<KieOmniAudio>> CreateOmniAudioAsync(KieOmniAudioRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(parts.Omni.Create(request));

    public Task<KieReply<KieOmniCharacter>> CreateOmniCharacterAsync(KieOmniCharacterRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(parts.Omni.Create(request));
}
