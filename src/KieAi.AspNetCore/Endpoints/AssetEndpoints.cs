namespace KieAi.AspNetCore.Endpoints;

/// <summary>The asset library, and the voices and characters of Gemini Omni.</summary>
internal static class AssetEndpoints
{
    private static readonly KieRequestJsonContext Bodies = KieRequestJsonContext.Default;
    private static readonly KieRequestForm<KieAssetRequest> AssetForm = new(Bodies.KieAssetRequest, "url", "assetType");
    private static readonly KieRequestForm<KieOmniAudioRequest> AudioForm = new(Bodies.KieOmniAudioRequest);

    private static readonly KieRequestForm<KieOmniCharacterRequest> CharacterForm =
        new(Bodies.KieOmniCharacterRequest, "image_urls") { Lists = ["image_urls", "audio_ids"] };

    public static void Map(KieRoutes routes)
    {
        routes.Post("/api/v1/playground/createAsset", async (context, account) =>
            KieEnvelope.FromText(await account.CreateAssetAsync(await KieRequestBody.ReadAsync(context, AssetForm), context.RequestAborted)));
        routes.Get("/api/v1/playground/getAsset", async (context, account) => KieEnvelope.From(
            await account.FindAssetAsync(KieQuery.Needed(context, "assetId"), context.RequestAborted), KieJsonContext.Default.KieAsset));
        routes.Post("/api/v1/omni/audio/create", KieCalls.Ask(
            AudioForm, (account, request, stop) => account.CreateOmniAudioAsync(request, stop), KieJsonContext.Default.KieOmniAudio));
        routes.Post("/api/v1/omni/character/create", KieCalls.Ask(
            CharacterForm, (account, request, stop) => account.CreateOmniCharacterAsync(request, stop), KieJsonContext.Default.KieOmniCharacter));
    }
}
