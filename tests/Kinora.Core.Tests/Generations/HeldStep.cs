using System.Collections.Concurrent;
using System.Threading.Channels;
using Kinora.Core.Generations;

namespace Kinora.Core.Tests.Generations;

/// <summary>A step that ends when the test says so, and heeds nothing else.</summary>
internal sealed class HeldStep : IGenerationStep
{
    private readonly Channel<TaskCompletionSource> _begun = Channel.CreateUnbounded<TaskCompletionSource>();
    private readonly List<TaskCompletionSource> _all = [];
    private bool _released;

    public int MostAtOnce { get; set; } = 16;

    /// <summary>How many places the worker asked for, each time.</summary>
    public ConcurrentQueue<int> Asked { get; } = [];

    public Task<int> PlacesAsync(int most, CancellationToken cancellationToken)
    {
        Asked.Enqueue(most);
        return Task.FromResult(most);
    }

    public Task TakeAsync(Generation generation, CancellationToken cancellationToken)
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_all)
        {
            _all.Add(held);
            if (_released) held.SetResult();
        }

        _begun.Writer.TryWrite(held);
        return held.Task;
    }

    public async Task<TaskCompletionSource> NextAsync() => await _begun.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask()
        .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

    /// <summary>Waits until so many more have begun.</summary>
    public async Task NextAsync(int many)
    {
        for (var begun = 0; begun < many; begun++) await NextAsync();
    }

    /// <summary>Ends those that have begun, and from here on each as it begins.</summary>
    public void Release()
    {
        lock (_all)
        {
            _released = true;
            _all.ForEach(held => held.TrySetResult());
        }
    }
}
