using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Kinora.Core.Providers;

namespace Kinora.Testing;

/// <summary>A provider that answers what a test tells it to, and counts what it was asked.</summary>
public sealed class ScriptedProvider : IGenerationProvider
{
    public string Name => "kie";
    public string Account { get; set; } = "kie";
    public double Weight { get; set; } = 1;
    public bool TakesNew { get; set; } = true;
    public int? MaxConcurrent { get; set; }
    public decimal? DailyUsd { get; set; }
    public TimeSpan SubmissionWait { get => OnSubmissionWait(); set => OnSubmissionWait = () => value; }
    public Uri Origin { get; set; } = new("http://127.0.0.1:1/");

    /// <summary>How long the account's line is.</summary>
    public Func<TimeSpan> OnSubmissionWait { get; set; } = () => TimeSpan.Zero;

    /// <summary>What lets a submission pass.</summary>
    public Func<CancellationToken, Task> OnSubmissionSlot { get; set; } = _ => Task.CompletedTask;

    /// <summary>What every submission answers.</summary>
    public Func<ProviderSubmission, SubmissionOutcome> OnSubmit { get; set; } = _ => new SubmissionOutcome.Accepted("task_1");

    /// <summary>What every observation answers.</summary>
    public Func<string, ProviderObservation> OnObserve { get; set; } = _ => new(ProviderTaskState.Active, "generating");

    /// <summary>What every look at the account shows.</summary>
    public Func<AccountReading> OnCheck { get; set; } = () => new(ProviderAccountState.Good);

    /// <summary>What every probe shows.</summary>
    public Func<ProbeTarget, ProviderProbe> OnProbe { get; set; } = _ => new(ProbeReading.Works, "It is there.") { Request = "GET /" };

    /// <summary>What every upload answers.</summary>
    public Func<string, Uri> OnUpload { get; set; } = name => new("https://files.example/" + name);

    /// <summary>What every request for a fresh link answers.</summary>
    public Func<Uri, Uri?> OnFreshLink { get; set; } = _ => null;

    /// <summary>What every wish to stop a task answers.</summary>
    public Func<string, ProviderCancellation> OnCancel { get; set; } = _ => ProviderCancellation.Impossible;

    public ConcurrentQueue<ProviderSubmission> Submissions { get; } = [];
    public ConcurrentQueue<string> Observations { get; } = [];
    public ConcurrentQueue<ProbeTarget> Probes { get; } = [];

    /// <summary>How many readings were let through by its budget, which has no end.</summary>
    public int SlotsRead { get; private set; }

    public AuthenticationHeaderValue? OutputCredentials { get; set; }
    public bool TakesFiles { get; set; }
    public TimeSpan UploadLife { get; set; }

    /// <summary>Whether it calls back at all.</summary>
    public bool CallsBack { get; set; } = true;

    public Uri? CallbackAddress(Uri server, string endpoint, string query) => CallsBack ? new(server, $"/callback/{endpoint}?{query}") : null;

    public Task<AccountReading> CheckAsync(CancellationToken cancellationToken) => Task.FromResult(OnCheck());

    public Task<ProviderProbe> ProbeAsync(ProbeTarget target, CancellationToken cancellationToken)
    {
        Probes.Enqueue(target);
        return Task.FromResult(OnProbe(target));
    }

    public Task SubmissionSlotAsync(CancellationToken cancellationToken) => OnSubmissionSlot(cancellationToken);

    public Task<int> ReadSlotsAsync(int most, CancellationToken cancellationToken)
    {
        SlotsRead += most;
        return Task.FromResult(most);
    }

    public Task<Uri> UploadAsync(string fileName, string contentType, Stream content, CancellationToken cancellationToken) =>
        Task.FromResult(OnUpload(fileName));

    public Task<SubmissionOutcome> SubmitAsync(ProviderSubmission submission, CancellationToken cancellationToken)
    {
        Submissions.Enqueue(submission);
        return Task.FromResult(OnSubmit(submission));
    }

    public Task<ProviderObservation> ObserveAsync(string endpoint, string taskId, CancellationToken cancellationToken)
    {
        Observations.Enqueue(taskId);
        return Task.FromResult(OnObserve(taskId));
    }

    public Task<Uri?> FreshLinkAsync(Uri output, CancellationToken cancellationToken) => Task.FromResult(OnFreshLink(output));

    public Task<ProviderCancellation> CancelAsync(string endpoint, string taskId, CancellationToken cancellationToken) => Task.FromResult(OnCancel(taskId));
}
