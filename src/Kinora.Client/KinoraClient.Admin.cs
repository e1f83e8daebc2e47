using System.Globalization;
using System.Net.Http.Json;
using static Kinora.Client.KinoraJsonContext;

namespace Kinora.Client;

public sealed partial class KinoraClient
{
    /// <summary>A page of all accounts, by their ids; for administrators, as all here.</summary>
    /// <param name="cursor"><c>Next</c> of the page before; null for the first.</param>
    /// <param name="limit">1 to 100; 24 when null.</param>
    public Task<AccountPage> AccountsAsync(string? cursor = null, int? limit = null, CancellationToken cancellationToken = default) =>
        SendAsync(Get("api/admin/accounts" + Query(("cursor", cursor), ("limit", Text(limit)))), Default.AccountPage, cancellationToken);

    /// <summary>Makes an account with a key, which this answer alone tells.</summary>
    public Task<AccountEntry> AddAccountAsync(NewAccountRequest account, CancellationToken cancellationToken = default) =>
        SendAsync(Post("api/admin/accounts", JsonContent.Create(account, Default.NewAccountRequest)), Default.AccountEntry, cancellationToken);

    /// <summary>One account.</summary>
    public Task<AccountEntry> AccountAsync(string id, CancellationToken cancellationToken = default) =>
        SendAsync(Get("api/admin/accounts/" + Segment(id)), Default.AccountEntry, cancellationToken);

    /// <summary>Makes a link by which the account's owner signs in once; only this answer holds it.</summary>
    public Task<SignInLinkResponse> AddSignInLinkAsync(string accountId, CancellationToken cancellationToken = default) =>
        SendAsync(Post($"api/admin/accounts/{Segment(accountId)}/sign-in-link", null), Default.SignInLinkResponse, cancellationToken);

    /// <summary>Sets what an account is held to, or whether it may be used.</summary>
    public Task<AccountEntry> LimitAccountAsync(string id, AccountChangeRequest change, CancellationToken cancellationToken = default) => SendAsync(
        new(HttpMethod.Patch, "api/admin/accounts/" + Segment(id)) { Content = JsonContent.Create(change, Default.AccountChangeRequest) }, Default.AccountEntry, cancellationToken);

    /// <summary>A page of what is posted to callers, newest first.</summary>
    /// <param name="waiting">Only those that will be tried again, or only the others; null: all.</param>
    public Task<DeliveryPage> DeliveriesAsync(bool? waiting = null, string? cursor = null, int? limit = null, CancellationToken cancellationToken = default) => SendAsync(
        Get("api/admin/deliveries" + Query(("state", waiting is { } due ? (due ? "waiting" : "ended") : null), ("cursor", cursor), ("limit", Text(limit)))),
        Default.DeliveryPage, cancellationToken);

    /// <summary>Posts a delivery once more at once, and goes on as with a new one if that fails.</summary>
    public Task RetryDeliveryAsync(string generationId, long number, CancellationToken cancellationToken = default) => DoneAsync(
        Post(string.Create(CultureInfo.InvariantCulture, $"api/admin/deliveries/{Segment(generationId)}/{number}/retry"), null), cancellationToken);

    /// <summary>How long the server took to answer since its start.</summary>
    public Task<ResponseTimePage> ResponseTimesAsync(CancellationToken cancellationToken = default) =>
        SendAsync(Get("api/admin/response-times"), Default.ResponseTimePage, cancellationToken);

    /// <summary>Generations that were accepted long ago and have not ended, oldest first.</summary>
    /// <param name="minutes">How long ago at least; 30 when null.</param>
    public Task<StuckPage> StuckAsync(int? minutes = null, string? cursor = null, int? limit = null, CancellationToken cancellationToken = default) =>
        SendAsync(Get("api/admin/stuck" + Query(("minutes", Text(minutes)), ("cursor", cursor), ("limit", Text(limit)))), Default.StuckPage, cancellationToken);

    /// <summary>What requests bring beside what they cost, the worst first.</summary>
    public Task<PriceAuditResponse> PricesAsync(CancellationToken cancellationToken = default) =>
        SendAsync(Get("api/admin/prices"), Default.PriceAuditResponse, cancellationToken);

    /// <summary>What administrators gave an account and took back, newest first.</summary>
    public Task<LedgerPage> GrantsAsync(string accountId, string? cursor = null, int? limit = null, CancellationToken cancellationToken = default) => SendAsync(
        Get($"api/admin/accounts/{Segment(accountId)}/grants" + Query(("cursor", cursor), ("limit", Text(limit)))), Default.LedgerPage, cancellationToken);

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
