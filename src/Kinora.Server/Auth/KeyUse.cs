using System.Collections.Concurrent;
using System.Data.Common;
using Kinora.Core.Accounts;
using Kinora.Core.Storage;
using Microsoft.Extensions.Logging;

namespace Kinora.Server.Auth;

/// <summary>Writes down when keys were used last: once a minute at most, and beside the requests, which do not wait for it.</summary>
internal sealed partial class KeyUse(AccountStore accounts, TimeProvider time, ILogger<KeyUse> logger)
{
    private readonly ConcurrentDictionary<string, bool> _underWay = [];

    /// <param name="credential">As it was found for a request.</param>
    public void Note(Credential credential)
    {
        var now = time.GetUtcNow();
        if (credential.KeyHash is { } hash && !(credential.UsedAt > now - AccountStore.NotedEvery) && _underWay.TryAdd(hash, true)) _ = WriteAsync(hash, now);
    }

    private async Task WriteAsync(string hash, DateTimeOffset now)
    {
        try
        {
            await accounts.NoteUseAsync(hash, now, CancellationToken.None);
        }
        catch (Exception fault) when (fault is DbException or IOException or ObjectDisposedException)
        {
            LogNotWritten(logger, fault.Message);
        }
        finally
        {
            _underWay.TryRemove(hash, out _);
        }
    }

    [LoggerMessage(312, LogLevel.Debug, "When a key was used last could not be written down ({Reason}); its next use is.")]
    private static partial void LogNotWritten(ILogger logger, string reason);
}
