using System.Net.Http.Headers;
using Kinora.Core.Providers.Accounts;
using Kinora.Core.Providers.Http;

namespace Kinora.Core.Providers.OpenAiVideos;

/// <summary>An account at any server that speaks OpenAI's videos API. It calls nobody back, and what it has begun it cannot stop: its DELETE only forgets.</summary>
/// <param name="account">Has a base URL; a <c>/v1</c> at its end may be given or left out.</param>
internal sealed class OpenAiVideosProvider(ProviderAccount account, IRateBudgets budgets, TimeProvider time) : IGenerationProvider, IDisposable
{
    private const string Videos = "/v1/videos", Models = "/v1/models";
    private static readonly CallBudget Submissions = new(60, 60), Reads = new(600, 60);

    private readonly ProviderHttp _http = new($"The server of {account.Id}", Root(account.BaseUrl!), account.Keys, time);
    private readonly RateGate _submissions = (account.Submissions ?? Submissions).Gate($"{account.Id}/submissions", budgets, time);
    private readonly RateGate _reads = (account.Reads ?? Reads).Gate($"{account.Id}/reads", budgets, time);

    public string Name => ProviderNames.OpenAiVideos;

    public string Account => account.Id;

    public Uri Origin => account.BaseUrl!;

    public double Weight => account.Weight;

    public bool TakesNew => account.Enabled;

    public int? MaxConcurrent => account.MaxConcurrent;

    public decimal? DailyUsd => account.DailyUsd;

    public AuthenticationHeaderValue? OutputCredentials => _http.Credentials;

    public bool TakesFiles => true;

    public Uri? CallbackAddress(Uri server, string endpoint, string query) => null;

    public TimeSpan SubmissionWait => _submissions.ExpectedWait;

    /// <summary>By its list of models, which not every server has.</summary>
    public async Task<AccountReading> CheckAsync(CancellationToken cancellationToken)
    {
        await _reads.WaitAsync(cancellationToken);
        var answer = await _http.SendAsync(HttpMethod.Get, Models, null, ProviderHttp.CallTimeout, cancellationToken);
        return answer.IsGranted || answer.Status is 404 or 405 ? new(ProviderAccountState.Good) : answer.Refused(VideoRefusal.Reason(answer));
    }

    /// <summary>By its list of models; where it has none, by a request without a prompt.</summary>
    public async Task<ProviderProbe> ProbeAsync(ProbeTarget target, CancellationToken cancellationToken)
    {
        await _reads.WaitAsync(cancellationToken);
        var list = await _http.SendAsync(HttpMethod.Get, Models, null, ProviderHttp.CallTimeout, cancellationToken);
        if (VideoProbe.OfList(list, target.Model) is { } told) return list.Probed(told, "GET " + Models, VideoProbe.Reason(list, target.Model));
        if (!target.EmptyIsRefused) return list.Probed(ProbeReading.Unclear, "GET " + Models, "The server lists no models.") with { CannotTell = true };
        await _submissions.WaitAsync(cancellationToken);
        var form = await VideoForm.OfAsync(new(target.Endpoint, target.Model, [], Callback: null), cancellationToken);
        var answer = await _http.SendAsync(HttpMethod.Post, Videos, form, ProviderHttp.CallTimeout, cancellationToken);
        return VideoProbe.OfCreation(answer, $"POST {Videos} model={target.Model}");
    }

    public Task SubmissionSlotAsync(CancellationToken cancellationToken) => _submissions.WaitAsync(cancellationToken);

    public Task<int> ReadSlotsAsync(int most, CancellationToken cancellationToken) => _reads.WaitAsync(most, cancellationToken);

    /// <exception cref="NotSupportedException">Always: files go along with the submission.</exception>
    public Task<Uri> UploadAsync(string fileName, string contentType, Stream content, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Files go along with the submission.");

    public async Task<SubmissionOutcome> SubmitAsync(ProviderSubmission submission, CancellationToken cancellationToken)
    {
        MultipartFormDataContent form;
        try
        {
            form = await VideoForm.OfAsync(submission, cancellationToken);
        }
        catch (IOException)
        {
            return new SubmissionOutcome.Refused("input_unreadable", "An input file could not be read now; nothing was sent.", Retryable: true, ByUser: false);
        }

        var answer = await _http.SendAsync(HttpMethod.Post, Videos, form, ProviderHttp.CallTimeout, cancellationToken);
        return answer.IsGranted && TaskIds.Of(answer.Body) is { } id ? new SubmissionOutcome.Accepted(id) : VideoRefusal.Of(answer);
    }

    public async Task<ProviderObservation> ObserveAsync(string endpoint, string taskId, CancellationToken cancellationToken)
    {
        var path = $"{Videos}/{Uri.EscapeDataString(taskId)}";
        var answer = await _http.SendAsync(HttpMethod.Get, path, null, ProviderHttp.CallTimeout, cancellationToken);
        return (answer.IsGranted ? VideoObservation.Of(answer, _http.Address(path + "/content")) : null)
            ?? throw new ProviderException($"The server of {account.Id} could not be asked: " + VideoRefusal.Reason(answer));
    }

    /// <summary>The one address of a video is gone when the server has deleted it.</summary>
    public Task<Uri?> FreshLinkAsync(Uri output, CancellationToken cancellationToken) => Task.FromResult<Uri?>(null);

    public void Dispose() => _http.Dispose();

    // Clients of OpenAI are given the address with its /v1, and so people copy it.
    private static Uri Root(Uri baseUrl)
    {
        var address = baseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');
        return new(address.EndsWith("/v1", StringComparison.OrdinalIgnoreCase) ? address[..^3] : address);
    }
}
