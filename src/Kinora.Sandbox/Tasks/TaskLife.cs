using System.Collections.Concurrent;
using Kinora.Core.Fetching;
using Kinora.Core.Media;
using Kinora.Sandbox.Faults;
using Microsoft.Extensions.Logging;

namespace Kinora.Sandbox.Tasks;

/// <summary>Leads each task from its creation to its callback, and takes up again what an earlier process left.</summary>
/// <param name="clock">The sandbox's own.</param>
internal sealed partial class TaskLife(
    TaskStore store, TaskTimes times, TaskCallbacks callbacks, SandboxAccount account, TaskStudio studio, TaskPrices prices, TimeProvider clock,
    ILogger<TaskLife> logger)
    : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<string, Task> _running = new();

    /// <summary>Takes up every task that is not done, and every callback that was not sent.</summary>
    public void Resume()
    {
        foreach (var task in store.All.Where(task => !store.IsExpired(task) && (!task.IsFinal || !task.CallbackDone))) Begin(task);
    }

    /// <summary>Leads a kept task on, in the background. False when that is being done already.</summary>
    public bool Begin(SandboxTask task)
    {
        var life = new Task<Task>(() => LeadAsync(task, _stopping.Token));
        if (!_running.TryAdd(task.TaskId, life.Unwrap())) return false;
        life.Start(TaskScheduler.Default);
        return true;
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
            // A stuck task has no life: it generates until it is forgotten.
            if (!task.IsFinal && task.Script.Stuck) return;
            if (!task.IsFinal) task = await GenerateAsync(task, stopping);
            if (!task.CallbackDone) await CallBackAsync(task, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
        catch (Exception e)
        {
            // Such as a full disk: the task stays as it is kept, and is taken up at the next start.
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
        var done = ScriptedEnd.Of(task) is { } end ? task with { FailCode = end.Code, FailMessage = end.Message } : await RenderAsync(task, stopping);
        await times.UntilAsync(task, times.Done(task), stopping);

        done = done with { CompletedAt = clock.GetUtcNow(), CallbackDone = task.CallBackUrl is null || task.Script.NoCallback };
        await store.SaveAsync(done, stopping);
        account.GiveBack(done.IsFailed ? task.Credits : task.Credits - done.Credits);
        return done;
    }

    // The task with what it costs in the end, or with the code and text that it fails with.
    private async Task<SandboxTask> RenderAsync(SandboxTask task, CancellationToken stopping)
    {
        try
        {
            var made = await studio.RenderAsync(task, stopping);
            return task with { Credits = await prices.MadeAsync(task, made.Seconds), Files = made.Files };
        }
        catch (FetchException e)
        {
            return Failed(task.Api is TaskApi.Jobs or TaskApi.Service ? 451 : 400, $"Failed to fetch an input file: {e.Message}");
        }
        catch (MediaException e) when (e.Failure == MediaFailure.NotMedia)
        {
            return Failed(400, $"An input file cannot be used: {e.Message}");
        }
        catch (MediaException e)
        {
            RenderFailed(task.TaskId, e.ToolOutput, e);
            return Failed(501, "Internal Error");
        }

        SandboxTask Failed(int code, string message) => task with { FailCode = code, FailMessage = message };
    }

    private async Task CallBackAsync(SandboxTask task, CancellationToken stopping)
    {
        var script = task.Script;
        await times.UntilAsync(task, task.CompletedAt!.Value - task.CreatedAt + script.LateCallback, stopping);
        for (var left = script.DoubleCallback ? 2 : 1; left > 0; left--)
        {
            var (tries, taken) = await callbacks.SendAsync(task, stopping);
            task = task with { CallbackAttempts = task.CallbackAttempts + tries, CallbackFailed = !taken };
        }

        await store.SaveAsync(task with { CallbackDone = true }, stopping);
    }

    [LoggerMessage(10, LogLevel.Error, "Task {TaskId} could not be rendered: {ToolOutput}")]
    private partial void RenderFailed(string taskId, string toolOutput, Exception exception);

    [LoggerMessage(11, LogLevel.Error, "Task {TaskId} is stuck until the next start")]
    private partial void Stuck(string taskId, Exception exception);
}
