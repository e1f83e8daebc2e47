using Kinora.Core.Providers;

namespace Kinora.Core;

/// <summary>The workers' gate: they begin when the host says that it can be called back, not before.</summary>
public sealed class KinoraEngine(CallbackAddresses callbacks)
{
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether the workers may work.</summary>
    public bool IsStarted => _started.Task.IsCompleted;

    /// <summary>Lets the workers begin.</summary>
    /// <param name="publicUrl">Where providers reach this server; null when they cannot and must be polled.</param>
    /// <param name="local">Where those on this machine do.</param>
    public void Start(Uri? publicUrl, Uri? local)
    {
        (callbacks.Public, callbacks.Local) = (publicUrl, local);
        _started.TrySetResult();
    }

    internal Task WaitAsync(CancellationToken cancellationToken) => _started.Task.WaitAsync(cancellationToken);
}
