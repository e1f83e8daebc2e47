using System.Net.Http.Json;
using static Kinora.Client.KinoraJsonContext;

namespace Kinora.Client;

public sealed partial class KinoraClient
{
    /// <summary>Gives credits to an account; for administrators.</summary>
    public Task<LedgerEntryResponse> GrantAsync(string accountId, GrantRequest grant, CancellationToken cancellationToken = default) =>
        SendAsync(
            Post($"api/admin/accounts/{Segment(accountId)}/grants", JsonContent.Create(grant, Default.GrantRequest)), Default.LedgerEntryResponse, cancellationToken);

    /// <summary>Corrects the credits of an account, up or down; it may be left with less than nothing. For administrators.</summary>
    public Task<LedgerEntryResponse> AdjustAsync(string accountId, AdjustmentRequest adjustment, CancellationToken cancellationToken = default) =>
        SendAsync(
            Post($"api/admin/accounts/{Segment(accountId)}/adjustments", JsonContent.Create(adjustment, Default.AdjustmentRequest)),
            Default.LedgerEntryResponse, cancellationToken);

    /// <summary>A page of what providers called back, newest first; for administrators.</summary>
    /// <param name="generationId">Only what claims to be about this generation; null: all.</param>
    /// <param name="cursor"><c>Next</c> of the page before; null for the first.</param>
    /// <param name="limit">1 to 100; 24 when null.</param>
    public Task<CallbackPage> CallbacksAsync(
        string? generationId = null, string? cursor = null, int? limit = null, CancellationToken cancellationToken = default) =>
        SendAsync(
            Get("api/admin/callbacks" + Query(("generation", generationId), ("cursor", cursor), ("limit", Text(limit)))), Default.CallbackPage, cancellationToken);

    /// <summary>What providers say they charged for generations accepted in a span of time, beside what was expected and captured; for administrators.</summary>
    /// <param name="from">30 days before <paramref name="to"/> when null.</param>
    /// <param name="to">Now when null.</param>
    /// <param name="limit">Rows, 1 to 1000; 100 when null.</param>
    public Task<ReconcileResponse> ReconcileAsync(
        DateTimeOffset? from = null, DateTimeOffset? to = null, int? limit = null, CancellationToken cancellationToken = default) =>
        SendAsync(
            Get("api/admin/reconcile" + Query(("from", Text(from)), ("to", Text(to)), ("limit", Text(limit)))), Default.ReconcileResponse, cancellationToken);

    /// <summary>Asks providers now, at no cost, whether their models are there; answers when all have answered. For administrators.</summary>
    public Task<VerdictPage> ProbeAsync(ProbeRequest request, CancellationToken cancellationToken = default) =>
        SendAsync(Post("api/admin/probes", JsonContent.Create(request, Default.ProbeRequest)), Default.VerdictPage, cancellationToken);

    /// <summary>What was last seen of models at providers, newest first; for administrators.</summary>
    /// <param name="model">Only this model's; null: all.</param>
    /// <param name="limit">1 to 100; 24 when null.</param>
    public Task<VerdictPage> VerdictsAsync(string? model = null, int? limit = null, CancellationToken cancellationToken = default) =>
        SendAsync(Get("api/admin/probes" + Query(("model", model), ("limit", Text(limit)))), Default.VerdictPage, cancellationToken);
}
