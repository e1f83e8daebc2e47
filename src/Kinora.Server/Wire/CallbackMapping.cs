using System.Globalization;
using Kinora.Client;
using Kinora.Core.Callbacks;
using Kinora.Core.Storage;

namespace Kinora.Server.Wire;

/// <summary>The log of callbacks, from the domain to the wire.</summary>
internal static class CallbackMapping
{
    /// <param name="entries">One more than a page holds, where there are more.</param>
    public static CallbackPage ToPage(this IReadOnlyList<NumberedCallbackEntry> entries, int size) => new(
        [.. entries.Take(size).Select(e => e.Entry.ToResponse())],
        entries.Count > size ? entries[size - 1].Number.ToString(CultureInfo.InvariantCulture) : null);

    private static CallbackResponse ToResponse(this CallbackEntry entry) => new()
    {
        At = entry.At,
        Outcome = entry.Outcome.ToString().ToLowerInvariant(),
        Path = entry.Path,
        From = entry.From,
        GenerationId = entry.GenerationId,
        AttemptId = entry.AttemptId,
        TaskId = entry.TaskId,
        Headers = entry.Headers,
        Body = entry.Body,
        BodyBytes = entry.BodyBytes,
        Skipped = entry.Skipped,
    };
}
