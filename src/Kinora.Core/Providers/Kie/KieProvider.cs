using KieAi;
using Kinora.Core.Providers.Accounts;

namespace Kinora.Core.Providers.Kie;

/// <summary>An account at KIE.ai, or at the sandbox in its place, over each of its APIs.</summary>
/// <param name="http">From <see cref="Http"/>; disposed of with this.</param>
internal sealed class KieProvider(ProviderAccount account, KieSettings settings, HttpClient http, IRateBudgets budgets, TimeProvider time)
    : IGenerationProvider, IDisposable
{
    private const string Veo = "veo";
    private const int KeyUnknown = 401, CreditsSpent = 402, KeySpent = 433, InputUnread = 451;

    /// <summary>Longer than KIE ever took to accept a task, shorter than <see cref="Generations.Schedule.AnswerWait"/>.</summary>
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(60);

    // They limit nothing by themselves: a slot is waited for before an attempt is written down or a reading is leased, and all nodes share both limits.
    private readonly KeyRing<KieClient> _clients = new([.. account.Keys.Select(key => new KieClient(http, Options(account, key), time))], time);
    private readonly RateGate? _submissions = Gate("submissions", account.Submissions ?? Usual(KieRateLimit.Submissions), account, settings, budgets, time);
    private readonly RateGate? _reads = Gate("reads", account.Reads ?? Usual(KieRateLimit.Reads), account, settings, budgets, time);

    /// <summary>A client of its own for an account; follows nothing and resends nothing.</summary>
    public static HttpClient Http() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        // A stranger has no business with our traces.
        ActivityHeadersPropagator = null,
        // Shorter than a server's: one that closes an idle connection just as a submission goes out would make its outcome unknown.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public string Name => ProviderNames.Kie;

    public string Account => account.Id;

    public Uri Origin { get; } = Options(account, "").BaseUrl;

    public Uri? CallbackAddress(Uri server, string endpoint, string query)
    {
        var (name, secret) = endpoint == Veo ? ("veo", settings.VeoSecret) : ("kie", settings.CallbackSecret);
        return new(server, $"/api/webhooks/{name}?{query}" + (secret is null ? "" : "&secret=" + Uri.EscapeDataString(secret)));
    }

    public double Weight => account.Weight;

    public bool TakesNew => account.Enabled;

    public int? MaxConcurrent => account.MaxConcurrent;

    public decimal? DailyUsd => account.DailyUsd;

    public TimeSpan SubmissionWait => _submissions?.ExpectedWait ?? TimeSpan.Zero;

    public async Task<AccountReading> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ReadSlotsAsync(1, cancellationToken);
            return new(ProviderAccountState.Good) { Balance = await CallAsync(client => client.GetCreditAsync(cancellationToken)) };
        }
        catch (KieException fault)
        {
            return new(fault.Code is KeyUnknown or KeySpent ? ProviderAccountState.Unauthorized : ProviderAccountState.Unreachable, fault.Message);
        }
    }

    public async Task<ProviderProbe> ProbeAsync(ProbeTarget target, CancellationToken cancellationToken)
    {
        var (endpoint, asked) = (KieEndpoint.Named(target.Endpoint), new ProviderSubmission(target.Endpoint, target.Model, [], Callback: null));
        var request = target.EmptyIsRefused ? KieProbe.Request(endpoint, asked) : $"GET /api/v1/models/{target.Model}/success-rate";
        try
        {
            if (!target.EmptyIsRefused) return KieProbe.Of(await RateAsync(target.Model, cancellationToken), request);
            await SubmissionSlotAsync(cancellationToken);
            var made = await CallAsync(client => endpoint.SubmitAsync(client, asked, cancellationToken));
            return new(ProbeReading.Works, $"KIE.ai took a request without input for a real one: the task {made} runs and may be charged.")
            {
                Request = request, Status = 200, Code = "200", MadeTask = made,
            };
        }
        catch (KieException fault)
        {
            return KieProbe.Of(fault, request);
        }
    }

    public async Task<IReadOnlyList<ListedModel>?> CatalogueAsync(CancellationToken cancellationToken)
    {
        await ReadSlotsAsync(1, cancellationToken);
        var list = await AskAsync(client => client.ListModelsAsync(cancellationToken: cancellationToken));
        return
        [
            .. list.Models.Where(model => model.Model.Length > 0 && model.TaskType?.Any(task => task.Contains("video", StringComparison.OrdinalIgnoreCase)) is not false)
                .Select(model => new ListedModel(model.Model, model.Title, model.PricingDesc)),
        ];
    }

    public Task SubmissionSlotAsync(CancellationToken cancellationToken) =>
        _submissions?.WaitAsync(cancellationToken) ?? Task.CompletedTask;

    public Task<int> ReadSlotsAsync(int most, CancellationToken cancellationToken) =>
        _reads?.WaitAsync(most, cancellationToken) ?? Task.FromResult(most);

    /// <summary>KIE.ai keeps uploads for three days.</summary>
    public TimeSpan UploadLife => TimeSpan.FromDays(2);

    public async Task<Uri> UploadAsync(string fileName, string contentType, Stream content, CancellationToken cancellationToken)
    {
        try
        {
            // A stream is read once, so that another key has its turn at the next try.
            var file = await CallAsync(client => client.UploadAsync(content, fileName, contentType, "kinora", cancellationToken), tries: 1);
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
            return new SubmissionOutcome.Accepted(await CallAsync(client => KieEndpoint.Named(submission.Endpoint).SubmitAsync(client, submission, cancellationToken)));
        }
        catch (KieException fault) when (fault.Outcome is KieOutcome.Refused)
        {
            return new SubmissionOutcome.Refused(
                fault.Code?.ToString() ?? "unreachable", fault.Message, fault.IsTransient, fault.IsUserFault, fault.RetryAfter)
            {
                Account = Trouble(fault),
                MissesInput = fault.Code is InputUnread,
                Model = KieProbe.OfModel(fault),
            };
        }
        catch (KieException fault)
        {
            return new SubmissionOutcome.Unknown(fault.Message);
        }
    }

    public async Task<ProviderObservation> ObserveAsync(string endpoint, string taskId, CancellationToken cancellationToken) =>
        KieObservation.Of(await AskAsync(client => client.ReadAsync(KieEndpoint.Named(endpoint).Api, taskId, cancellationToken)));

    public async Task<Uri?> FreshLinkAsync(Uri output, CancellationToken cancellationToken)
    {
        await ReadSlotsAsync(1, cancellationToken);
        try
        {
            return await AskAsync(client => client.GetDownloadUrlAsync(output, cancellationToken));
        }
        catch (ProviderException e) when (e.InnerException is KieException { Outcome: KieOutcome.Refused, IsTransient: false })
        {
            return null;
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<KieModelSuccessRate> RateAsync(string model, CancellationToken cancellationToken)
    {
        await ReadSlotsAsync(1, cancellationToken);
        return await CallAsync(client => client.GetModelSuccessRateAsync(model, cancellationToken));
    }

    private async Task<T> AskAsync<T>(Func<KieClient, Task<T>> call)
    {
        try
        {
            return await CallAsync(call);
        }
        catch (KieException fault)
        {
            throw new ProviderException("KIE.ai could not be asked: " + fault.Message, fault);
        }
    }

    // A key that KIE does not take makes nothing, so that another may be tried at once; nothing else is sent twice.
    private Task<T> CallAsync<T>(Func<KieClient, Task<T>> call) => CallAsync(call, _clients.Count);

    private async Task<T> CallAsync<T>(Func<KieClient, Task<T>> call, int tries)
    {
        while (true)
        {
            var client = _clients.Next();
            try
            {
                return await call(client);
            }
            catch (KieException fault) when (fault is { Outcome: KieOutcome.Refused, Code: KeyUnknown or KeySpent })
            {
                _clients.SetAside(client);
                if (--tries <= 0 || !_clients.HasGood) throw;
            }
        }
    }

    private static ProviderAccountState? Trouble(KieException fault) => fault.Code switch
    {
        KeyUnknown or KeySpent => ProviderAccountState.Unauthorized,
        CreditsSpent => ProviderAccountState.OutOfCredits,
        _ => null,
    };

    private static KieClientOptions Options(ProviderAccount account, string key)
    {
        var options = new KieClientOptions { ApiKey = key, CallTimeout = CallTimeout, Submissions = null, Reads = null };
        if (account.BaseUrl is { } market) (options.BaseUrl, options.UploadBaseUrl) = (market, market);
        if (account.UploadBaseUrl is { } upload) options.UploadBaseUrl = upload;
        return options;
    }

    private static CallBudget Usual(KieRateLimit limit) => new(limit.Calls, (int)limit.Window.TotalSeconds);

    private static RateGate? Gate(string name, CallBudget budget, ProviderAccount account, KieSettings settings, IRateBudgets budgets, TimeProvider time) =>
        settings.Budgeted ? budget.Gate($"{account.Id}/{name}", budgets, time) : null;
}
