using KieAi;

namespace Kinora.Core.Providers.Kie;

/// <summary>KIE.ai, or the sandbox in its place, over each of its APIs.</summary>
/// <param name="uploads">The same client with more time for each call.</param>
internal sealed class KieProvider(KieClient client, KieClient uploads, KieConnection connection, TimeProvider time) : IGenerationProvider
{
    private const string Veo = "veo";

    // KIE allows 20 submissions per 10 s and account, and 10 reads per s and key (kie-api 1).
    private readonly RateBudget _submissions = new(20, TimeSpan.FromSeconds(10), time);
    private readonly RateBudget _reads = new(10, TimeSpan.FromSeconds(1), time);

    public string Name => "kie";

    public Uri Origin => connection.BaseUrl;

    public Uri CallbackAddress(Uri server, string endpoint, string query)
    {
        var (name, secret) = endpoint == Veo ? ("veo", connection.VeoSecret) : ("kie", connection.CallbackSecret);
        return new(server, $"/api/webhooks/{name}?{query}" + (secret is null ? "" : "&secret=" + Uri.EscapeDataString(secret)));
    }

    public Task SubmissionSlotAsync(CancellationToken cancellationToken) =>
        connection.Budgeted ? _submissions.WaitAsync(cancellationToken) : Task.CompletedTask;

    public async Task<Uri> UploadAsync(string fileName, string contentType, Stream content, CancellationToken cancellationToken)
    {
        try
        {
            var file = await uploads.UploadAsync(content, fileName, contentType, "kinora", cancellationToken);
            return new(file.DownloadUrl!);
        }
        catch (Exception fault) when (fault is KieException or UriFormatException)
        {
            throw new ProviderException("KIE.ai did not take the upload: " + fault.Message, fault);
        }
    }

    public async Task<SubmissionOutcome> SubmitAsync(ProviderSubmission submission, CancellationToken cancellationToken)
    {
        try
        {
            return new SubmissionOutcome.Accepted(await KieEndpoint.Named(submission.Endpoint).SubmitAsync(client, submission, cancellationToken));
        }
        catch (KieException fault) when (fault.Outcome is KieOutcome.Refused)
        {
            return new SubmissionOutcome.Refused(
                fault.Code?.ToString() ?? "unreachable", fault.Message, fault.IsTransient, fault.IsUserFault, fault.RetryAfter);
        }
        catch (KieException fault)
        {
            return new SubmissionOutcome.Unknown(fault.Message);
        }
    }

    public async Task<ProviderObservation> ObserveAsync(string endpoint, string taskId, CancellationToken cancellationToken)
    {
        if (connection.Budgeted) await _reads.WaitAsync(cancellationToken);
        try
        {
            return await KieEndpoint.Named(endpoint).ObserveAsync(client, taskId, cancellationToken);
        }
        catch (KieException fault)
        {
            throw new ProviderException("KIE.ai could not be asked: " + fault.Message, fault);
        }
    }
}
