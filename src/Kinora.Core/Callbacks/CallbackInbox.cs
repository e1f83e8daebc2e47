using System.Security.Cryptography;
using System.Text;
using Kinora.Core.Generations;
using Kinora.Core.Providers;
using Kinora.Core.Storage;

namespace Kinora.Core.Callbacks;

/// <summary>Takes callbacks in: proves, applies and logs each. What it did is durable when it answers; it never waits for a provider.</summary>
/// <remarks>
/// A callback that was applied and not logged, because the process died in between, comes again and is applied again: that changes nothing more.
/// Unproven ones are kept in small number and size, so that nobody fills the disk with them.
/// </remarks>
public sealed class CallbackInbox(GenerationSettler settler, CallbackAddresses addresses, CallbackLog log, TimeProvider time)
{
    /// <summary>Bytes of a body that are kept.</summary>
    public const int MostKept = 64 * 1024;

    private const int MostKeptUnproven = 1024, LongestName = 200, UnprovenPerMinute = 10;
    private readonly RowBudget _unproven = new(UnprovenPerMinute, time);

    public async Task<CallbackOutcome> ReceiveAsync(IncomingCallback callback, CancellationToken cancellationToken)
    {
        var digest = Digest(callback);
        var outcome = await ApplyAsync(callback, digest, cancellationToken);
        var entry = EntryOf(callback, outcome);
        if (entry.IsProven) await log.AddAsync(entry, digest, cancellationToken);
        else if (_unproven.TryTake(out var skipped)) await log.AddAsync(entry with { Skipped = skipped }, digest, cancellationToken);
        return outcome;
    }

    private async Task<CallbackOutcome> ApplyAsync(IncomingCallback callback, string digest, CancellationToken cancellationToken)
    {
        if (callback.TaskId is not { } taskId) return CallbackOutcome.Unreadable;
        if (!callback.CarriesSecrets || callback is not { GenerationId: { } generation, AttemptId: { } attempt, Token: { } token }
            || !addresses.Proves(token, generation, attempt))
        {
            return CallbackOutcome.Forged;
        }

        return await log.KnowsAsync(generation, digest, cancellationToken)
            ? CallbackOutcome.Duplicate
            : await settler.CalledBackAsync(new(generation, attempt, taskId), cancellationToken);
    }

    private CallbackEntry EntryOf(IncomingCallback callback, CallbackOutcome outcome)
    {
        var entry = new CallbackEntry
        {
            At = time.GetUtcNow(),
            Outcome = outcome,
            Path = callback.Path,
            From = callback.From,
            GenerationId = Short(callback.GenerationId),
            AttemptId = Short(callback.AttemptId),
            TaskId = Short(callback.TaskId),
            Headers = callback.Headers.ToDictionary(header => header.Key, header => Short(header.Value)!),
            Body = "",
            BodyBytes = callback.Body.Length,
        };
        return entry with { Body = TextOf(callback, entry.IsProven ? MostKept : MostKeptUnproven) };
    }

    private static string TextOf(IncomingCallback callback, int most)
    {
        // PostgreSQL takes no NUL in a text.
        var text = Encoding.UTF8.GetString(callback.Body.Span[..Math.Min(callback.Body.Length, most)]).Replace('\0', '\uFFFD');
        foreach (var secret in callback.Secrets) text = text.Replace(secret, "…", StringComparison.Ordinal);
        return text;
    }

    // By attempt and content: what a provider says of another attempt is something else, even in the same words.
    private static string Digest(IncomingCallback callback)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(callback.AttemptId + "\n"));
        hash.AppendData(callback.Body.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string? Short(string? text) => text?[..Math.Min(text.Length, LongestName)].Replace('\0', '\uFFFD');
}
