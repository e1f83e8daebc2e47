using Kinora.Core.Providers;

namespace Kinora.Core;

/// <summary>The workers' gate: they begin when the host says that it can be called back, not before.</summary>
public sealed class KinoraEngine(CallbackAddresses callbacks)
{
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets the workers begin.</summary>
    /// <param name="callbackBase">Where providers reach this server; null when they cannot and must be polled.</param>
    public void Start(Uri? callbackBase)
    {
        callbacks.Base = callbackBase;
        _started.TrySetResult();
    }

    internal Task WaitAsync(CancellationToken cancellationToken) => _started.Task.WaitAsync(cancellationToken);
}
