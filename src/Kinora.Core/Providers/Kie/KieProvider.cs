using KieAi;

namespace Kinora.Core.Providers.Kie;

/// <summary>KIE.ai, or the sandbox in its place, over each of its APIs.</summary>
/// <param name="client">Limits no calls by itself: a slot is waited for before an attempt is written down or a reading is leased, and all nodes share both limits.</param>
internal sealed class KieProvider(KieClient client, KieConnection connection, IRateBudgets budgets, TimeProvider time) : IGenerationProvider
{
    private const string Veo = "veo";

    private readonly RateGate? _submissions = Gate("submissions", KieRateLimit.Submissions, connection, budgets, time);
    private readonly RateGate? _reads = Gate("reads", KieRateLimit.Reads, connection, budgets, time);

    public string Name => "kie";

    public string Account => connection.Account;

    public Uri Origin => connection.BaseUrl;

    public Uri? CallbackAddress(Uri server, string endpoint, string query)
    {
        var (name, secret) = endpoint == Veo ? ("veo", connection.VeoSecret) : ("kie", connection.CallbackSecret);
        return new(server, $"/api/webhooks/{name}?{query}" + (secret is null ? "" : "&secret=" + Uri.EscapeDataString(secret)));
    }

    public double Weight => connection.Weight;

    public TimeSpan SubmissionWait => _submissions?.ExpectedWait ?? TimeSpan.Zero;

    public Task SubmissionSlotAsync(CancellationToken cancellationToken) =>
        _submissions?.WaitAsync(cancellationToken) ?? Task.CompletedTask;

    public Task<int> ReadSlotsAsync(int most, CancellationToken cancellationToken) =>
        _reads?.WaitAsync(most, cancellationToken) ?? Task.FromResult(most);

    public async Task<Uri> UploadAsync(string fileName, string contentType, Stream content, CancellationToken cancellationToken)
    {
        try
        {
            var file = await client.UploadAsync(content, fileName, contentType, "kinora", cancellationToken);
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
        try
        {
            return KieObservation.Of(await client.ReadAsync(KieEndpoint.Named(endpoint).Api, taskId, cancellationToken));
        }
        catch (KieException fault)
        {
            throw new ProviderException("KIE.ai could not be asked: " + fault.Message, fault);
        }
    }

    public async Task<Uri?> FreshLinkAsync(Uri output, CancellationToken cancellationToken)
    {
        if (_reads is not null) await _reads.WaitAsync(cancellationToken);
        try
        {
            return await client.GetDownloadUrlAsync(output, cancellationToken);
        }
        catch (KieException fault) when (fault.Outcome is KieOutcome.Refused && !fault.IsTransient)
        {
            return null;
        }
        catch (KieException fault)
        {
            throw new ProviderException("KIE.ai could not be asked: " + fault.Message, fault);
        }
    }

    private static RateGate? Gate(string name, KieRateLimit limit, KieConnection connection, IRateBudgets budgets, TimeProvider time) =>
        connection.Budgeted ? new(new($"{connection.Account}/{name}", limit.Calls, limit.Window), budgets, time) : null;
}
