namespace KieAi;

/// <content>What stands beside video models: the asset library, and voices and characters for Gemini Omni.</content>
public sealed partial class KieClient
{
    /// <summary>Puts a file into the asset library and answers its id; named <c>asset://id</c> in an input once it is active.</summary>
    /// <remarks>Sent again, it makes a second entry. No charge is known.</remarks>
    public Task<string> CreateAssetAsync(KieAssetRequest request, CancellationToken cancellationToken = default)
    {
        return PostAsync(
            Api("assets.create", KieCallKind.Creation, "/api/v1/playground/createAsset"), request,
            KieRequestJsonContext.Default.KieAssetRequest, Id, cancellationToken);

        // A bare text, as was seen, or an object, as other code expects.
        static string Id(KieAnswer answer) => KieJson.Readable(answer.Envelope, "data") is { } id && !id.StartsWith('{')
            ? id
            : KieJson.Readable(answer.Data ?? default, "assetId") ?? throw answer.Misshapen("KIE.ai made an asset without telling its id.");
    }

    /// <summary>Reads an entry of the asset library.</summary>
    public Task<KieAsset> GetAssetAsync(string assetId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(assetId);
        return _caller.CallAsync(
            Api("assets.read", KieCallKind.Read, "/api/v1/playground/getAsset?assetId=" + Uri.EscapeDataString(assetId)), null,
            answer => Read(answer, KieJsonContext.Default.KieAsset), cancellationToken);
    }

    /// <summary>Makes a voice for Gemini Omni; the answer is the finished voice. Whether KIE charges for it is not known.</summary>
    public Task<KieOmniAudio> CreateOmniAudioAsync(KieOmniAudioRequest request, CancellationToken cancellationToken = default) => PostAsync(
        Api("omni.audio", KieCallKind.Creation, "/api/v1/omni/audio/create"), request, KieRequestJsonContext.Default.KieOmniAudioRequest,
        answer => Read(answer, KieJsonContext.Default.KieOmniAudio), cancellationToken);

    /// <summary>Makes a character for Gemini Omni; the answer is the finished character. Whether KIE charges for it is not known.</summary>
    public Task<KieOmniCharacter> CreateOmniCharacterAsync(KieOmniCharacterRequest request, CancellationToken cancellationToken = default) => PostAsync(
        Api("omni.character", KieCallKind.Creation, "/api/v1/omni/character/create"), request,
        KieRequestJsonContext.Default.KieOmniCharacterRequest, answer => Read(answer, KieJsonContext.Default.KieOmniCharacter), cancellationToken);
}
