using Kinora.Core.Generations;
using Kinora.Core.Telemetry;

namespace Kinora.Core.Storage;

/// <summary>What one caller handed in, waiting for a group commit.</summary>
internal sealed class CommitUnit(IReadOnlyList<GenerationChange> changes, bool whole)
{
    private readonly TaskCompletionSource<IReadOnlyList<CommitResult>> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IReadOnlyList<CommitResult> _results = [];
    private Exception? _fault;

    public IReadOnlyList<GenerationChange> Changes => changes;

    /// <summary>Does what can be done before it is its turn.</summary>
    public CommitUnit Prepare()
    {
        foreach (var change in changes) _ = change.Document;
        return this;
    }

    public Task<IReadOnlyList<CommitResult>> Completion => _completion.Task;

    /// <summary>Adds its changes to what is to be written. A fault in them is its own.</summary>
    public void Decide(CommitScope scope)
    {
        try
        {
            (_results, _fault) = (scope.Add(changes, whole), null);
        }
#pragma warning disable CA1031 // The caller gets it; the others in the group are not to suffer.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _fault = fault;
        }
    }

    /// <summary>What was decided cannot be written, through its own fault; it is told so with the others.</summary>
    public void Refuse(Exception fault) => _fault = fault;

    /// <summary>What was decided is durable.</summary>
    public void Complete()
    {
        if (_fault is not null)
        {
            _completion.SetException(_fault);
            return;
        }

        KinoraTelemetry.Applied(changes, _results);
        _completion.SetResult(_results);
    }

    public void Fail(Exception fault) => _completion.SetException(fault);
}
