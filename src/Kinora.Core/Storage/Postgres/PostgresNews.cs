using System.Text.Json;
using Kinora.Core.Generations;

namespace Kinora.Core.Storage.Postgres;

/// <summary>What one node tells the others by NOTIFY.</summary>
/// <param name="From">The node that already knows.</param>
/// <param name="Work">Whose workers are to look.</param>
/// <param name="Events">The newest event of each account.</param>
internal sealed record PostgresNews(string From, IReadOnlyList<WorkKind> Work, IReadOnlyDictionary<string, long> Events)
{
    public const string Channel = "kinora";
    public const string Notify = "SELECT pg_notify('" + Channel + "', $1)";

    /// <summary>PostgreSQL takes less than 8000 bytes at once.</summary>
    private const int MostBytes = 7000;

    /// <summary>In as many messages as are needed; none when there is nothing to tell.</summary>
    public static IEnumerable<string> Messages(string from, StoreNews news)
    {
        var (events, bytes) = (new Dictionary<string, long>(), 0);
        IReadOnlyList<WorkKind> work = [.. news.Work];
        foreach (var (account, number) in news.Events)
        {
            var size = JsonEncodedText.Encode(account).EncodedUtf8Bytes.Length + 24;
            if (bytes + size > MostBytes)
            {
                yield return Text(new(from, work, events));
                (events, bytes, work) = ([], 0, []);
            }

            events[account] = number;
            bytes += size;
        }

        if (events.Count > 0 || work.Count > 0) yield return Text(new(from, work, events));
    }

    /// <summary>Null when it is not one of ours.</summary>
    public static PostgresNews? Read(string message)
    {
        try
        {
            return JsonSerializer.Deserialize(message, KinoraJsonContext.Default.PostgresNews) is { From: not null, Work: not null, Events: not null } news ? news : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Text(PostgresNews news) => JsonSerializer.Serialize(news, KinoraJsonContext.Default.PostgresNews);
}
