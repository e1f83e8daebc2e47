using System.Collections.Concurrent;
using Kinora.Core.Fetching;
using Kinora.Core.Media;
using Microsoft.Extensions.Logging;

namespace Kinora.Sandbox.Tasks;

/// <summary>Leads each task from its creation to its callback, and takes up again what an earlier process left.</summary>
internal sealed partial class TaskLife(
    TaskStore store, TaskTimes times, TaskCallbacks callbacks, SandboxAccount account, TaskStudio studio, TimeProvider time, ILogger<TaskLife> logger)
    : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<string, Task> _running = new();

    /// <summary>Takes up every task that is not done, and every callback that was not sent.</summary>
    public void Resume()
    {
        foreach (var task in store.All.Where(task => !task.IsFinal || !task.CallbackDone)) Begin(task);
    }

    /// <summary>Leads a kept task on, in the background.</summary>
    public void Begin(SandboxTask task)
    {
        var life = new Task<Task>(() => LeadAsync(task, _stopping.Token));
        _running[task.TaskId] = life.Unwrap();
        life.Start(TaskScheduler.Default);
    }

    /// <summary>Stops where it is; what is not done is taken up at the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_running.Values);
        _stopping.Dispose();
    }

    private async Task LeadAsync(SandboxTask task, CancellationToken stopping)
    {
        try
        {
            if (!task.IsFinal) task = await GenerateAsync(task, stopping);
            if (!task.CallbackDone) await CallBackAsync(task, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
        catch (Exception e)
        {
            // Such as a full disk: the task stays as it is on disk, and is taken up at the next start.
            Stuck(task.TaskId, e);
        }
        finally
        {
            _running.TryRemove(task.TaskId, out _);
        }
    }

    private async Task<SandboxTask> GenerateAsync(SandboxTask task, CancellationToken stopping)
    {
        await times.UntilAsync(task, times.Queuing, stopping);
        var (code, message) = await RenderAsync(task, stopping);
        await times.UntilAsync(task, times.Done, stopping);

        var done = task with { CompletedAt = time.GetUtcNow(), FailCode = code, FailMessage = message, CallbackDone = task.CallBackUrl is null };
        await store.SaveAsync(done, stopping);
        if (done.IsFailed) account.GiveBack(done.Credits);
        return done;
    }

    // The codes and texts that a task fails with, or null twice.
    private async Task<(int? Code, string? Message)> RenderAsync(SandboxTask task, CancellationToken stopping)
    {
        try
        {
            await studio.RenderAsync(task, stopping);
            return (null, null);
        }
        catch (FetchException e)
        {
            return (task.Endpoint == TaskApi.Jobs ? 451 : 400, $"Failed to fetch an input file: {e.Message}");
        }
        catch (MediaException e) when (e.Failure == MediaFailure.NotMedia)
        {
            return (400, $"An input file cannot be used: {e.Message}");
        }
        catch (MediaException e)
        {
            RenderFailed(task.TaskId, e.ToolOutput, e);
            return (501, "Internal Error");
        }
    }

    private async Task CallBackAsync(SandboxTask task, CancellationToken stopping)
    {
        var (tries, taken) = await callbacks.SendAsync(task, stopping);
        await store.SaveAsync(task with { CallbackAttempts = task.CallbackAttempts + tries, CallbackDone = true, CallbackFailed = !taken }, stopping);
    }

    [LoggerMessage(10, LogLevel.Error, "Task {TaskId} could not be rendered: {ToolOutput}")]
    private partial void RenderFailed(string taskId, string toolOutput, Exception exception);

    [LoggerMessage(11, LogLevel.Error, "Task {TaskId} is stuck until the next start")]
    private partial void Stuck(string taskId, Exception exception);
}
