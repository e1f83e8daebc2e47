using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using Kinora.Core.Providers.Accounts;
using Kinora.Core.Providers.Http;

namespace Kinora.Core.Providers.Replicate;

/// <summary>Replicate's predictions. Predictions with their outputs live for an hour there, uploads for a day.</summary>
/// <remarks>The wire is that of the public documentation and of its JavaScript client: paths, words, and <c>POST /v1/files</c> with the field <c>content</c>.</remarks>
internal sealed class ReplicateProvider(ProviderAccount account, IRateBudgets budgets, TimeProvider time) : IGenerationProvider, IDisposable
{
    // As Replicate documents them.
    private static readonly CallBudget Submissions = new(600, 60), Reads = new(3000, 60);

    private readonly ProviderHttp _http = new("Replicate", Address(account), account.Keys, time);
    private readonly RateGate _submissions = (account.Submissions ?? Submissions).Gate($"{account.Id}/submissions", budgets, time);
    private readonly RateGate _reads = (account.Reads ?? Reads).Gate($"{account.Id}/reads", budgets, time);

    public string Name => ProviderNames.Replicate;

    public string Account => account.Id;

    public Uri Origin { get; } = Address(account);

    public double Weight => account.Weight;

    public bool TakesNew => account.Enabled;

    public int? MaxConcurrent => account.MaxConcurrent;

    public decimal? DailyUsd => account.DailyUsd;

    public Uri? CallbackAddress(Uri server, string endpoint, string query) => new(server, $"/api/webhooks/replicate?{query}&account={account.Id}");

    public TimeSpan SubmissionWait => _submissions.ExpectedWait;

    public async Task<AccountReading> CheckAsync(CancellationToken cancellationToken)
    {
        await _reads.WaitAsync(cancellationToken);
        var answer = await _http.SendAsync(HttpMethod.Get, "/v1/account", null, ProviderHttp.CallTimeout, cancellationToken);
        return answer.IsGranted ? new(ProviderAccountState.Good) : answer.Refused(ReplicateRefusal.Reason(answer));
    }

    public async Task<ProviderProbe> ProbeAsync(ProbeTarget target, CancellationToken cancellationToken)
    {
        if (ReplicateModel.Parse(target.Model) is not { } model)
            return new(ProbeReading.NotPublished, $"The catalog names '{target.Model}', which is no model of Replicate's.") { Request = "" };
        await _reads.WaitAsync(cancellationToken);
        var answer = await _http.SendAsync(HttpMethod.Get, model.Page, null, ProviderHttp.CallTimeout, cancellationToken);
        var reading = answer.ProbeTrouble
            ?? (answer.IsGranted ? ProbeReading.Works : answer.Status is 404 ? ProbeReading.NotPublished : ProbeReading.Unclear);
        return answer.Probed(reading, "GET " + model.Page, answer.IsGranted ? "Replicate has it." : ReplicateRefusal.Reason(answer));
    }

    public Task SubmissionSlotAsync(CancellationToken cancellationToken) => _submissions.WaitAsync(cancellationToken);

    public Task<int> ReadSlotsAsync(int most, CancellationToken cancellationToken) => _reads.WaitAsync(most, cancellationToken);

    /// <summary>Replicate keeps files for a day.</summary>
    public TimeSpan UploadLife => TimeSpan.FromHours(12);

    public async Task<Uri> UploadAsync(string fileName, string contentType, Stream content, CancellationToken cancellationToken)
    {
        await _reads.WaitAsync(cancellationToken);
        var form = FormParts.Form();
        form.AddFile("content", fileName, contentType, content);
        var answer = await _http.SendAsync(HttpMethod.Post, "/v1/files", form, ProviderHttp.UploadTimeout, cancellationToken);
        return answer.IsGranted && Uri.TryCreate(answer.Body.Field("urls").Field("get").AsText(), UriKind.Absolute, out var address)
            ? address
            : throw new ProviderException("Replicate did not take the upload: " + ReplicateRefusal.Reason(answer));
    }

    public async Task<SubmissionOutcome> SubmitAsync(ProviderSubmission submission, CancellationToken cancellationToken)
    {
        if (ReplicateModel.Parse(submission.Model) is not { } model)
        {
            return new SubmissionOutcome.Refused(
                "model", $"The catalog names '{submission.Model}', which is no model of Replicate's.", Retryable: false, ByUser: false) { Model = ProbeReading.NotPublished };
        }

        var body = new JsonObject { ["input"] = submission.Input.DeepClone() };
        if (model.Version is { } version) body["version"] = version;
        if (submission.Callback is { } callback)
        {
            body["webhook"] = callback.AbsoluteUri;
            body["webhook_events_filter"] = new JsonArray("completed");
        }

        var answer = await PostAsync(model.Path, new StringContent(body.ToJsonString(), Encoding.UTF8, MediaTypeNames.Application.Json), cancellationToken);
        return answer.IsGranted && TaskIds.Of(answer.Body) is { } id ? new SubmissionOutcome.Accepted(id) : ReplicateRefusal.Of(answer);
    }

    public async Task<ProviderObservation> ObserveAsync(string endpoint, string taskId, CancellationToken cancellationToken)
    {
        var answer = await _http.SendAsync(HttpMethod.Get, Path(taskId), null, ProviderHttp.CallTimeout, cancellationToken);
        return (answer.IsGranted ? ReplicateObservation.Of(answer) : null)
            ?? throw new ProviderException("Replicate could not be asked: " + ReplicateRefusal.Reason(answer));
    }

    /// <summary>Replicate deletes outputs for good.</summary>
    public Task<Uri?> FreshLinkAsync(Uri output, CancellationToken cancellationToken) => Task.FromResult<Uri?>(null);

    public async Task<ProviderCancellation> CancelAsync(string endpoint, string taskId, CancellationToken cancellationToken)
    {
        await _reads.WaitAsync(cancellationToken);
        var answer = await PostAsync(Path(taskId) + "/cancel", null, cancellationToken);
        if (answer.IsGranted && ReplicateObservation.Of(answer) is { } seen)
        {
            // One that is still being stopped makes nothing any more.
            return seen.Words is "succeeded" or "failed" ? ProviderCancellation.TooLate : ProviderCancellation.Stopped;
        }

        return answer.Status is 404 or 409 or 422 ? ProviderCancellation.TooLate
            : throw new ProviderException("Replicate could not be asked: " + ReplicateRefusal.Reason(answer));
    }

    public void Dispose() => _http.Dispose();

    private static Uri Address(ProviderAccount account) => account.BaseUrl ?? new("https://api.replicate.com");

    private Task<ProviderAnswer> PostAsync(string path, HttpContent? content, CancellationToken cancellationToken) =>
        _http.SendAsync(HttpMethod.Post, path, content, ProviderHttp.CallTimeout, cancellationToken);

    private static string Path(string taskId) => "/v1/predictions/" + Uri.EscapeDataString(taskId);
}
