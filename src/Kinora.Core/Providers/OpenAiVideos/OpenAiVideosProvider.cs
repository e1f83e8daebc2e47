using System.Net.Http.Headers;
using Kinora.Core.Providers.Http;

namespace Kinora.Core.Providers.OpenAiVideos;

/// <summary>Any server that speaks OpenAI's videos API. It calls nobody back, and what it has begun it cannot stop: its DELETE only forgets.</summary>
internal sealed class OpenAiVideosProvider(OpenAiVideosConnection connection, IRateBudgets budgets, TimeProvider time) : IGenerationProvider, IDisposable
{
    private const string Videos = "/v1/videos";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ProviderHttp _http = new($"The server of {connection.Account}", Root(connection.BaseUrl), connection.ApiKey, time);
    private readonly RateGate _submissions = new(new($"{connection.Account}/submissions", connection.SubmissionsPerMinute, Minute), budgets, time);
    private readonly RateGate _reads = new(new($"{connection.Account}/reads", connection.ReadsPerMinute, Minute), budgets, time);

    public string Name => "openai-videos";

    public string Account => connection.Account;

    public Uri Origin => connection.BaseUrl;

    public AuthenticationHeaderValue? OutputCredentials => _http.Credentials;

    public bool TakesFiles => true;

    public Uri? CallbackAddress(Uri server, string endpoint, string query) => null;

    public TimeSpan SubmissionWait => _submissions.ExpectedWait;

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
            ?? throw new ProviderException($"The server of {connection.Account} could not be asked: " + VideoRefusal.Reason(answer));
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
