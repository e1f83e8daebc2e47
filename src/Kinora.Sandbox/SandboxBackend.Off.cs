using KieAi;
using KieAi.AspNetCore;

namespace Kinora.Sandbox;

/// <summary>What the sandbox does not offer yet answers as KIE does for a function that is switched off.</summary>
internal sealed partial class SandboxBackend
{
    public Task<KieReply<string>> CreateServiceTaskAsync(string service, KieServiceRequest request, CancellationToken cancellationToken) => Off<string>();

    public Task<KieReply<string>> ExtendVeoAsync(KieVeoExtendRequest request, CancellationToken cancellationToken) => Off<string>();

    public Task<KieReply<KieVeo1080p>> FindVeo1080pAsync(string taskId, int index, CancellationToken cancellationToken) => Off<KieVeo1080p>();

    public Task<KieReply<KieVeo4k>> FindVeo4kAsync(KieVeo4kRequest request, CancellationToken cancellationToken) => Off<KieVeo4k>();

    public Task<KieReply<string>> DownloadUrlAsync(string url, CancellationToken cancellationToken) => Off<string>();

    public Task<KieReply<KieModelList>> ListModelsAsync(KieModelQuery query, CancellationToken cancellationToken) => Off<KieModelList>();

    public Task<KieReply<KieModelSchema>> FindModelSchemaAsync(string model, CancellationToken cancellationToken) => Off<KieModelSchema>();

    public Task<KieReply<KieModelPrice>> FindModelPriceAsync(string model, CancellationToken cancellationToken) => Off<KieModelPrice>();

    public Task<KieReply<KieModelSuccessRate>> FindModelSuccessRateAsync(string model, CancellationToken cancellationToken) => Off<KieModelSuccessRate>();

    public Task<KieReply<KiePricePage>> ListPricesAsync(KiePriceQuery query, CancellationToken cancellationToken) => Off<KiePricePage>();

    public Task<KieReply<IReadOnlyList<string>>> ListModelPathsAsync(CancellationToken cancellationToken) => Off<IReadOnlyList<string>>();

    public Task<KieReply<KieUploadedFile>> UploadFromUrlAsync(string path, string? fileName, Uri url, CancellationToken cancellationToken) => Off<KieUploadedFile>();

    public Task<KieReply<string>> CreateAssetAsync(KieAssetRequest request, CancellationToken cancellationToken) => Off<string>();

    public Task<KieReply<KieAsset>> FindAssetAsync(string assetId, CancellationToken cancellationToken) => Off<KieAsset>();

    public Task<KieReply<KieOmniAudio>> CreateOmniAudioAsync(KieOmniAudioRequest request, CancellationToken cancellationToken) => Off<KieOmniAudio>();

    public Task<KieReply<KieOmniCharacter>> CreateOmniCharacterAsync(KieOmniCharacterRequest request, CancellationToken cancellationToken) => Off<KieOmniCharacter>();

    private static Task<KieReply<T>> Off<T>() => Task.FromResult(KieReply.Refused<T>(505, "This interface is temporarily paused."));
}
