using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Kinora.Core.Providers;

/// <summary>One account at a remote generator. Called concurrently; every method may be called again after a crash.</summary>
public interface IGenerationProvider
{
    /// <summary>The word that routes in the catalog name the provider by.</summary>
    string Name { get; }

    /// <summary>The operator's name for the account; attempts name it, and so do its budgets.</summary>
    string Account { get; }

    /// <summary>Where results come from, as the operator named it; exempt from the rules for addresses from outside.</summary>
    Uri Origin { get; }

    /// <summary>What outputs under <see cref="Origin"/> are asked for with; sent nowhere else. Null where their addresses are enough.</summary>
    AuthenticationHeaderValue? OutputCredentials => null;

    /// <summary>Whether media go along with the submission, in <see cref="ProviderSubmission.Files"/>, instead of being uploaded before it.</summary>
    bool TakesFiles => false;

    /// <summary>The address that the provider is to call back, made of the server's own and the query that proves the attempt; null where it calls nobody.</summary>
    Uri? CallbackAddress(Uri server, string endpoint, string query);

    /// <summary>How large a part of the submissions it takes beside other accounts of its provider that are as free; 1 by default.</summary>
    double Weight => 1;

    /// <summary>Whether it is asked for anything new; what runs there is brought home all the same.</summary>
    bool TakesNew => true;

    /// <summary>The video models that the provider's own catalogue lists; null where it has none. Costs nothing.</summary>
    /// <exception cref="ProviderException">The provider could not be asked; asking again may help.</exception>
    Task<IReadOnlyList<ListedModel>?> CatalogueAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ListedModel>?>(null);

    /// <summary>How many generations may run there at the same time, over all nodes; null for any number.</summary>
    int? MaxConcurrent => null;

    /// <summary>How many US dollars may be spent there in a day (UTC); null for any sum.</summary>
    decimal? DailyUsd => null;

    /// <summary>Reads whether the account can be used. Costs nothing and never throws for what the provider or the network does.</summary>
    Task<AccountReading> CheckAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Finds out whether a model is there and takes requests.
    /// Makes nothing that costs, takes its slot of the budgets, and never throws for what the provider does.
    /// </summary>
    Task<ProviderProbe> ProbeAsync(ProbeTarget target, CancellationToken cancellationToken);

    /// <summary>About how long a submission would have to wait for the account's budget now.</summary>
    TimeSpan SubmissionWait => TimeSpan.Zero;

    /// <summary>Completes when the account's budget allows a submission now.</summary>
    Task SubmissionSlotAsync(CancellationToken cancellationToken);

    /// <summary>Completes when the account's budget allows a reading now; answers how many it allows, at most <paramref name="most"/>, which are then used up.</summary>
    Task<int> ReadSlotsAsync(int most, CancellationToken cancellationToken);

    /// <summary>Makes a stored file readable for the provider and answers its address there. Not called where the provider <see cref="TakesFiles"/>.</summary>
    /// <exception cref="ProviderException">It could not be done; asking again may help.</exception>
    Task<Uri> UploadAsync(string fileName, string contentType, Stream content, CancellationToken cancellationToken);

    /// <summary>How long an upload can be counted on to lie there; zero where it is sent for each generation.</summary>
    TimeSpan UploadLife => TimeSpan.Zero;

    /// <summary>Asks for a generation, exactly once. Never throws for what the provider or the network does.</summary>
    Task<SubmissionOutcome> SubmitAsync(ProviderSubmission submission, CancellationToken cancellationToken);

    /// <summary>Reads how a task stands. The caller has a slot of <see cref="ReadSlotsAsync"/>.</summary>
    /// <exception cref="ProviderException">The provider could not be asked; asking again may help.</exception>
    Task<ProviderObservation> ObserveAsync(string endpoint, string taskId, CancellationToken cancellationToken);

    /// <summary>A new address for an output whose own has lapsed; null where the provider has none.</summary>
    /// <exception cref="ProviderException">The provider could not be asked; asking again may help.</exception>
    Task<Uri?> FreshLinkAsync(Uri output, CancellationToken cancellationToken);

    /// <summary>Asks the provider to stop a task. A provider without such a call leaves this as it is.</summary>
    /// <exception cref="ProviderException">The provider could not be asked; asking again may help.</exception>
    Task<ProviderCancellation> CancelAsync(string endpoint, string taskId, CancellationToken cancellationToken) =>
        Task.FromResult(ProviderCancellation.Impossible);
}

/// <summary>What came of asking a provider to stop a task.</summary>
public enum ProviderCancellation
{
    /// <summary>The provider cannot stop what it took.</summary>
    Impossible,

    /// <summary>The task had ended, or was too far on.</summary>
    TooLate,

    /// <summary>It makes nothing any more.</summary>
    Stopped,
}

/// <summary>What a provider is asked for.</summary>
/// <param name="Endpoint">Which of the provider's APIs, as the route names it: <c>jobs</c>, <c>veo</c>.</param>
/// <param name="Model">The provider's id of the model.</param>
/// <param name="Callback">Where it should call back; null for no callback.</param>
public sealed record ProviderSubmission(string Endpoint, string Model, JsonObject Input, Uri? Callback)
{
    /// <summary>By the name that stands for each in <see cref="Input"/>; none unless the provider <see cref="IGenerationProvider.TakesFiles"/>.</summary>
    public IReadOnlyDictionary<string, ProviderFile> Files { get; init; } = new Dictionary<string, ProviderFile>();
}

/// <summary>A stored file on its way to a provider.</summary>
/// <param name="OpenAsync">From its beginning; may be called more than once, and fails with an <see cref="IOException"/> when the store is away.</param>
public sealed record ProviderFile(string Name, string ContentType, Func<CancellationToken, Task<Stream>> OpenAsync);

/// <summary>A provider could not be asked, or answered nonsense.</summary>
public sealed class ProviderException(string message, Exception? innerException = null) : Exception(message, innerException);
