using System.Net.Http.Json;
using static Kinora.Client.KinoraJsonContext;

namespace Kinora.Client;

/// <summary>What people do with their takes.</summary>
public sealed partial class KinoraClient
{
    /// <summary>Makes it a favorite or not, and names its tags.</summary>
    public Task<GenerationResponse> MarkAsync(string id, MarkRequest marks, CancellationToken cancellationToken = default) => SendAsync(
        new(HttpMethod.Patch, Generation(id)) { Content = JsonContent.Create(marks, Default.MarkRequest) }, Default.GenerationResponse, cancellationToken);

    /// <summary>Puts it into the bin, where it has come to an end. It can be had back for 30 days.</summary>
    public Task<GenerationResponse> DeleteAsync(string id, CancellationToken cancellationToken = default) =>
        SendAsync(new(HttpMethod.Delete, Generation(id)), Default.GenerationResponse, cancellationToken);

    /// <summary>Takes it out of the bin.</summary>
    public Task<GenerationResponse> RestoreAsync(string id, CancellationToken cancellationToken = default) =>
        SendAsync(Post(Generation(id) + "/restore", null), Default.GenerationResponse, cancellationToken);

    /// <summary>Makes a link for people without a key (<c>SharePath</c>), or answers the one that there is.</summary>
    public Task<GenerationResponse> ShareAsync(string id, CancellationToken cancellationToken = default) =>
        SendAsync(new(HttpMethod.Put, Generation(id) + "/share"), Default.GenerationResponse, cancellationToken);

    /// <summary>The same, and says what the link tells and allows, and until when.</summary>
    public Task<GenerationResponse> ShareAsync(string id, ShareRequest share, CancellationToken cancellationToken = default) => SendAsync(
        new(HttpMethod.Put, Generation(id) + "/share") { Content = JsonContent.Create(share, Default.ShareRequest) }, Default.GenerationResponse, cancellationToken);

    /// <summary>Ends the link.</summary>
    public Task<GenerationResponse> EndShareAsync(string id, CancellationToken cancellationToken = default) =>
        SendAsync(new(HttpMethod.Delete, Generation(id) + "/share"), Default.GenerationResponse, cancellationToken);

    /// <summary>What is shared under a token; needs no key.</summary>
    public Task<SharedResponse> SharedAsync(string token, CancellationToken cancellationToken = default) =>
        SendAsync(Get("api/shared/" + Segment(token)), Default.SharedResponse, cancellationToken);

    /// <summary>The account's tags, the commonest first.</summary>
    public Task<TagPage> TagsAsync(CancellationToken cancellationToken = default) => SendAsync(Get("api/tags"), Default.TagPage, cancellationToken);

    /// <summary>The account's collections, oldest first.</summary>
    public Task<CollectionPage> CollectionsAsync(CancellationToken cancellationToken = default) => SendAsync(Get("api/collections"), Default.CollectionPage, cancellationToken);

    /// <summary>Makes an empty collection.</summary>
    public Task<CollectionResponse> AddCollectionAsync(string name, CancellationToken cancellationToken = default) =>
        SendAsync(Post("api/collections", JsonContent.Create(new(name), Default.CollectionRequest)), Default.CollectionResponse, cancellationToken);

    /// <summary>Names a collection anew.</summary>
    public Task RenameCollectionAsync(string id, string name, CancellationToken cancellationToken = default) => ChangeCollectionAsync(id, new(name), cancellationToken);

    /// <summary>Names a collection anew, and says what it is for.</summary>
    public Task ChangeCollectionAsync(string id, CollectionRequest collection, CancellationToken cancellationToken = default) =>
        DoneAsync(new(HttpMethod.Put, Collection(id)) { Content = JsonContent.Create(collection, Default.CollectionRequest) }, cancellationToken);

    /// <summary>Takes a collection away; what is in it stays.</summary>
    public Task DeleteCollectionAsync(string id, CancellationToken cancellationToken = default) => DoneAsync(new(HttpMethod.Delete, Collection(id)), cancellationToken);

    /// <summary>Puts a generation into a collection, behind all others; one that is there already stays where it is.</summary>
    public Task CollectAsync(string id, string generationId, CancellationToken cancellationToken = default) =>
        DoneAsync(new(HttpMethod.Put, $"{Collection(id)}/generations/{Segment(generationId)}"), cancellationToken);

    /// <summary>Puts a generation into a collection, or moves it there, right before another one.</summary>
    public Task CollectBeforeAsync(string id, string generationId, string before, CancellationToken cancellationToken = default) =>
        DoneAsync(new(HttpMethod.Put, $"{Collection(id)}/generations/{Segment(generationId)}" + Query(("before", before))), cancellationToken);

    /// <summary>The same, right behind another one.</summary>
    public Task CollectAfterAsync(string id, string generationId, string after, CancellationToken cancellationToken = default) =>
        DoneAsync(new(HttpMethod.Put, $"{Collection(id)}/generations/{Segment(generationId)}" + Query(("after", after))), cancellationToken);

    /// <summary>Takes a generation out of a collection.</summary>
    public Task UncollectAsync(string id, string generationId, CancellationToken cancellationToken = default) =>
        DoneAsync(new(HttpMethod.Delete, $"{Collection(id)}/generations/{Segment(generationId)}"), cancellationToken);

    private static string Generation(string id) => "api/generations/" + Segment(id);

    private static string Collection(string id) => "api/collections/" + Segment(id);

    private async Task DoneAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var answer = await AnswerAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
