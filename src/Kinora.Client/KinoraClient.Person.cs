using System.Net.Http.Json;
using System.Text.Json.Nodes;
using static Kinora.Client.KinoraJsonContext;

namespace Kinora.Client;

/// <summary>What the server keeps for a person.</summary>
public sealed partial class KinoraClient
{
    /// <summary>The keys of the account, oldest first.</summary>
    public Task<KeyPage> KeysAsync(CancellationToken cancellationToken = default) => SendAsync(Get("api/account/keys"), Default.KeyPage, cancellationToken);

    /// <summary>Makes a key; only this answer holds it.</summary>
    public Task<KeyResponse> AddKeyAsync(string name, CancellationToken cancellationToken = default) =>
        AddKeyAsync(new KeyRequest(name), cancellationToken);

    /// <summary>Makes a key that is held to limits; only this answer holds it.</summary>
    public Task<KeyResponse> AddKeyAsync(KeyRequest key, CancellationToken cancellationToken = default) =>
        SendAsync(Post("api/account/keys", JsonContent.Create(key, Default.KeyRequest)), Default.KeyResponse, cancellationToken);

    /// <summary>Names a key anew, or changes what it is held to.</summary>
    public Task<KeyResponse> ChangeKeyAsync(string id, KeyChangeRequest change, CancellationToken cancellationToken = default) => SendAsync(
        new(HttpMethod.Patch, "api/account/keys/" + Segment(id)) { Content = JsonContent.Create(change, Default.KeyChangeRequest) }, Default.KeyResponse, cancellationToken);

    /// <summary>Ends a key at once.</summary>
    public Task DeleteKeyAsync(string id, CancellationToken cancellationToken = default) =>
        DoneAsync(new(HttpMethod.Delete, "api/account/keys/" + Segment(id)), cancellationToken);

    /// <summary>What the person has set for the studio: an object that the server keeps and does not read; empty before the first.</summary>
    public Task<JsonObject> PreferencesAsync(CancellationToken cancellationToken = default) => SendAsync(Get("api/preferences"), Default.JsonObject, cancellationToken);

    /// <summary>Keeps it in place of the one before.</summary>
    /// <param name="preferences">At most 64 kB as JSON.</param>
    public Task<JsonObject> SavePreferencesAsync(JsonObject preferences, CancellationToken cancellationToken = default) => SendAsync(
        new(HttpMethod.Put, "api/preferences") { Content = JsonContent.Create(preferences, Default.JsonObject) }, Default.JsonObject, cancellationToken);

    /// <summary>The prompts last used.</summary>
    /// <param name="words">Stand in them, in any case.</param>
    /// <param name="limit">1 to 100; 24 when null.</param>
    public Task<PromptPage> PromptsAsync(string? words = null, int? limit = null, CancellationToken cancellationToken = default) =>
        SendAsync(Get("api/prompts" + Query(("q", words), ("limit", Text(limit)))), Default.PromptPage, cancellationToken);

    /// <summary>A better prompt, by the operator's chat API; nothing is kept or charged. A 404 where the operator has named none.</summary>
    public Task<EnhanceResponse> EnhancePromptAsync(EnhanceRequest request, CancellationToken cancellationToken = default) =>
        SendAsync(Post("api/prompts/enhance", JsonContent.Create(request, Default.EnhanceRequest)), Default.EnhanceResponse, cancellationToken);

    /// <summary>What was spent, by day and product.</summary>
    /// <param name="from">30 days before <paramref name="to"/> when null.</param>
    /// <param name="to">Now when null.</param>
    public Task<UsagePage> UsageAsync(DateTimeOffset? from = null, DateTimeOffset? to = null, CancellationToken cancellationToken = default) =>
        SendAsync(Get("api/account/usage" + Query(("from", Text(from)), ("to", Text(to)))), Default.UsagePage, cancellationToken);

    /// <summary>A zip of all videos of these generations, as it is made. The caller disposes of the stream.</summary>
    /// <param name="ids">1 to 100.</param>
    public async Task<Stream> OpenZipAsync(IEnumerable<string> ids, CancellationToken cancellationToken = default)
    {
        var answer = await AnswerAsync(Get("api/downloads" + Query(("ids", string.Join(',', ids)))), cancellationToken).ConfigureAwait(false);
        return await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
    }
}
