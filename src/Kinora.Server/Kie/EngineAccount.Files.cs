using KieAi;
using KieAi.AspNetCore;

namespace Kinora.Server.Kie;

/// <summary>Files; and what Kinora does not make.</summary>
internal sealed partial class EngineAccount
{
    public Task<KieReply<KieUploadedFile>> UploadAsync(
        string path, string fileName, string? contentType, Stream content, CancellationToken cancellationToken) =>
        parts.Files.StoreAsync(caller.AccountId, path, fileName, content, cancellationToken);

    public Task<KieReply<KieUploadedFile>> UploadFromUrlAsync(string path, string? fileName, Uri url, CancellationToken cancellationToken) =>
        parts.Files.FetchAsync(caller.AccountId, path, fileName, url, cancellationToken);

    public Task<KieReply<string>> DownloadUrlAsync(string url, CancellationToken cancellationToken) => Task.FromResult(parts.Files.Link(url));

    public Task<KieReply<string>> CreateAssetAsync(KieAssetRequest request, CancellationToken cancellationToken) => NotOffered<string>("the asset library");

    public Task<KieReply<KieAsset>> FindAssetAsync(string assetId, CancellationToken cancellationToken) => NotOffered<KieAsset>("the asset library");

    public Task<KieReply<KieOmniAudio>> CreateOmniAudioAsync(KieOmniAudioRequest request, CancellationToken cancellationToken) =>
        NotOffered<KieOmniAudio>("voices for Gemini Omni");

    public Task<KieReply<KieOmniCharacter>> CreateOmniCharacterAsync(KieOmniCharacterRequest request, CancellationToken cancellationToken) =>
        NotOffered<KieOmniCharacter>("characters for Gemini Omni");

    private static Task<KieReply<T>> NotOffered<T>(string what) => Task.FromResult(KieReply.Refused<T>(422, $"Kinora does not offer {what}"));
}
