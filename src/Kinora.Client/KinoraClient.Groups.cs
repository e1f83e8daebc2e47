using System.Net.Http.Json;
using static Kinora.Client.KinoraJsonContext;

namespace Kinora.Client;

/// <summary>Requests that are made for one purpose.</summary>
public sealed partial class KinoraClient
{
    /// <summary>A page of groups, newest first.</summary>
    /// <param name="kind"><c>compare</c>, <c>batch</c> or <c>storyboard</c>; every kind when null.</param>
    /// <param name="cursor"><c>Next</c> of the page before; null for the first.</param>
    /// <param name="limit">1 to 100; 24 when null.</param>
    public Task<GroupPage> GroupsAsync(string? kind = null, string? cursor = null, int? limit = null, CancellationToken cancellationToken = default) =>
        SendAsync(Get("api/groups" + Query(("kind", kind), ("cursor", cursor), ("limit", Text(limit)))), Default.GroupPage, cancellationToken);

    /// <summary>A group with its items and their takes.</summary>
    public Task<GroupResponse> GroupAsync(string id, CancellationToken cancellationToken = default) => SendAsync(Get(Group(id)), Default.GroupResponse, cancellationToken);

    /// <summary>Keeps requests as drafts; nothing is accepted or charged.</summary>
    public Task<GroupResponse> AddGroupAsync(GroupRequest group, CancellationToken cancellationToken = default) =>
        SendAsync(Post("api/groups", JsonContent.Create(group, Default.GroupRequest)), Default.GroupResponse, cancellationToken);

    /// <summary>Names a group anew, or changes its items.</summary>
    public Task<GroupResponse> ChangeGroupAsync(string id, GroupChangeRequest change, CancellationToken cancellationToken = default) => SendAsync(
        new(HttpMethod.Patch, Group(id)) { Content = JsonContent.Create(change, Default.GroupChangeRequest) }, Default.GroupResponse, cancellationToken);

    /// <summary>Takes a group away; its takes stay.</summary>
    public Task DeleteGroupAsync(string id, CancellationToken cancellationToken = default) => DoneAsync(new(HttpMethod.Delete, Group(id)), cancellationToken);

    /// <summary>Accepts takes of a group's items in one commit: all of them or none.</summary>
    /// <param name="order">All that have no take and can be made now when null.</param>
    /// <param name="idempotencyKey">Makes it safe to send the same order again; at most 200 characters.</param>
    public Task<GenerateGroupResponse> GenerateGroupAsync(
        string id, GenerateGroupRequest? order = null, string? idempotencyKey = null, CancellationToken cancellationToken = default) => SendAsync(
        Post(Group(id) + "/generate", JsonContent.Create(order ?? new(), Default.GenerateGroupRequest), idempotencyKey), Default.GenerateGroupResponse, cancellationToken);

    /// <summary>What each of 1 to 100 requests would cost, and all together; nothing is created.</summary>
    public Task<QuoteBatchResponse> QuoteBatchAsync(QuoteBatchRequest batch, CancellationToken cancellationToken = default) =>
        SendAsync(Post("api/quotes/batch", JsonContent.Create(batch, Default.QuoteBatchRequest)), Default.QuoteBatchResponse, cancellationToken);

    private static string Group(string id) => "api/groups/" + Segment(id);
}
