using System.Collections.Concurrent;
using Kinora.Core.Providers;
using Kinora.Testing;

namespace Kinora.Core.Tests.Histories;

/// <summary>A provider with every mood there is, drawn by a history's own dice, and a book of what it really did.</summary>
internal sealed class MoodyProvider
{
    private readonly Random _random;
    private readonly ConcurrentQueue<ProviderTask> _tasks = [];
    private int _refusals;

    public MoodyProvider(Random random)
    {
        _random = random;
        Scripted = new() { OnSubmit = Submit, OnObserve = Observe };
    }

    public ScriptedProvider Scripted { get; }

    /// <summary>Every task that it took.</summary>
    public IReadOnlyCollection<ProviderTask> Tasks => _tasks;

    /// <summary>From now on it answers, and everything that it took ends.</summary>
    public bool Healed { get; set; }

    private SubmissionOutcome Submit(ProviderSubmission submission)
    {
        var mood = Healed ? 0 : Dice(10);
        if (mood is 1 && ++_refusals < 5) return new SubmissionOutcome.Refused("429", "Slow down.", Retryable: true, ByUser: false);
        if (mood is 2) return new SubmissionOutcome.Refused("422", "The prompt is bad.", Retryable: false, ByUser: true);
        if (mood is 3) return new SubmissionOutcome.Unknown("It never got there.");
        if (mood is 4) throw new CrashException();
        var task = new ProviderTask($"task_{_tasks.Count}", submission, Succeeds: Dice(3) > 0);
        _tasks.Enqueue(task);
        return mood switch
        {
            5 => new SubmissionOutcome.Unknown("Its answer was lost."),
            6 => throw new CrashException(),
            _ => new SubmissionOutcome.Accepted(task.Id),
        };
    }

    private ProviderObservation Observe(string taskId)
    {
        var task = _tasks.Single(task => task.Id == taskId);
        if (!Healed)
        {
            var mood = Dice(8);
            if (mood is 0) throw new ProviderException("An HTML page.");
            if (mood is 1) throw new CrashException();
            if (mood < 5) return new(ProviderTaskState.Active, "generating") { Progress = 50 };
        }

        return task.Succeeds
            ? new(ProviderTaskState.Succeeded, "success") { Outputs = [new($"https://files.example/{taskId}.mp4")], UpstreamCredits = 60 }
            : new(ProviderTaskState.Failed, "fail") { FailureMessage = "Internal Error", FailureCode = "500" };
    }

    // Steps of one history may run side by side.
    private int Dice(int sides)
    {
        lock (_random) return _random.Next(sides);
    }
}

/// <summary>A task as the provider's own book has it.</summary>
internal sealed record ProviderTask(string Id, ProviderSubmission Submission, bool Succeeds)
{
    public string Of(string field) =>
        Submission.Callback!.Query[1..].Split('&').Select(part => part.Split('=')).Single(part => part[0] == field)[1];
}

/// <summary>The process is gone: nothing after this line runs, and nobody hears of it.</summary>
internal sealed class CrashException : Exception;
