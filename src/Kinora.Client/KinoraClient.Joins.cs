using System.Net.Http.Json;
using static Kinora.Client.KinoraJsonContext;

namespace Kinora.Client;

/// <summary>Films that are made of clips.</summary>
public sealed partial class KinoraClient
{
    /// <summary>Asks for a film; it is sure to be made, or to fail with a reason, when this completes.</summary>
    /// <param name="idempotencyKey">Makes it safe to send the same request again; at most 200 characters.</param>
    public Task<JoinResponse> JoinAsync(JoinRequest request, string? idempotencyKey = null, CancellationToken cancellationToken = default) =>
        SendAsync(Post("api/joins", JsonContent.Create(request, Default.JoinRequest), idempotencyKey), Default.JoinResponse, cancellationToken);

    /// <summary>One film.</summary>
    public Task<JoinResponse> GetJoinAsync(string id, CancellationToken cancellationToken = default) => SendAsync(Get(Join(id)), Default.JoinResponse, cancellationToken);

    /// <summary>A page of films, newest first.</summary>
    /// <param name="cursor"><c>Next</c> of the page before; null for the first.</param>
    /// <param name="limit">1 to 100; 24 when null.</param>
    public Task<JoinPage> JoinsAsync(string? cursor = null, int? limit = null, CancellationToken cancellationToken = default) =>
        SendAsync(Get("api/joins" + Query(("cursor", cursor), ("limit", Text(limit)))), Default.JoinPage, cancellationToken);

    /// <summary>The stored film (<c>video</c>) or one of its pictures, as of a generation. The caller disposes of the stream.</summary>
    public async Task<Stream> OpenJoinContentAsync(string id, string variant = "video", CancellationToken cancellationToken = default)
    {
        var answer = await AnswerAsync(Get(Join(id) + "/content" + Query(("variant", variant))), cancellationToken).ConfigureAwait(false);
        return await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Withdraws a film that waits or is being made, and deletes one that is made.</summary>
    public Task DeleteJoinAsync(string id, CancellationToken cancellationToken = default) => DoneAsync(new(HttpMethod.Delete, Join(id)), cancellationToken);

    private static string Join(string id) => "api/joins/" + Segment(id);
}
