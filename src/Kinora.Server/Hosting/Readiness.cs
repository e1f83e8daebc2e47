using Kinora.Core;
using Microsoft.Extensions.Hosting;

namespace Kinora.Server.Hosting;

/// <summary>Whether requests should be sent to this server now.</summary>
/// <param name="askDatabase">Completes when the database has answered.</param>
internal sealed class Readiness(KinoraEngine engine, IHostApplicationLifetime lifetime, Func<CancellationToken, Task> askDatabase, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Which check fails, as a sentence; null where none does.</summary>
    public async Task<string?> WhyNotAsync(CancellationToken cancellationToken)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested) return "The server is stopping.";
        if (!engine.IsStarted) return "The engine has not started yet.";
        try
        {
            await askDatabase(cancellationToken).WaitAsync(Patience, time, cancellationToken);
            return null;
        }
        catch (TimeoutException)
        {
            return $"The database does not answer within {Patience.TotalSeconds:0} s.";
        }
#pragma warning disable CA1031 // Whatever it is: nothing can be done without the database.
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return "The database cannot be used.";
        }
    }
}
