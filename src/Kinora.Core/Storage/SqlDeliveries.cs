using System.Data.Common;
using System.Text.Json;
using Kinora.Core.Webhooks;

namespace Kinora.Core.Storage;

/// <summary>How deliveries lie in their rows.</summary>
internal static class SqlDeliveries
{
    /// <summary>After them come the document and the endpoint's address, where a reader asks for them.</summary>
    public const string Columns = "id, account_id, generation_id, number, surface, type, endpoint_id, url, lane, created_at, due_at, tries, taken, answer, log";

    /// <summary>The columns and what comes after them, of rows that are called <c>d</c>.</summary>
    public const string Select =
        """
        SELECT d.id, d.account_id, d.generation_id, d.number, d.surface, d.type, d.endpoint_id, d.url, d.lane, d.created_at, d.due_at, d.tries, d.taken, d.answer, d.log,
          d.document, e.url
        FROM deliveries d LEFT JOIN webhook_endpoints e ON e.id = d.endpoint_id
        """;

    public const string Insert =
        """
        INSERT INTO deliveries (id, account_id, generation_id, number, surface, type, endpoint_id, url, lane, document, created_at, due_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, (SELECT kinora_now()))
        """;

    public static object?[] Values(DeliveryRow row) =>
    [
        row.Id, row.AccountId, row.GenerationId, (long)row.Number, row.Surface, row.Type, row.EndpointId, row.Url?.AbsoluteUri, row.Lane, row.Document, row.At.Column(),
    ];

    /// <param name="claimed">To be posted to where the endpoint is now; otherwise the address is the one that it was posted to last.</param>
    public static Delivery Read(DbDataReader row, bool claimed)
    {
        var (own, endpoint) = (row.Text(7), row.Text(16));
        return new()
        {
            Id = row.GetString(0),
            AccountId = row.GetString(1),
            GenerationId = row.Text(2),
            Number = row.GetInt64(3),
            Surface = row.GetString(4),
            Type = row.Text(5),
            EndpointId = row.Text(6),
            Url = new((claimed ? endpoint ?? own : own ?? endpoint)!),
            Lane = row.GetString(8),
            CreatedAt = row.Time(9),
            DueAt = row.IsDBNull(10) ? null : row.Time(10),
            Tries = (int)row.GetInt64(11) - (claimed ? 1 : 0),
            Taken = row.GetInt64(12) == 1,
            Answer = row.Text(13),
            Log = row.Text(14) is { } log ? JsonSerializer.Deserialize(log, KinoraJsonContext.Default.IReadOnlyListDeliveryTry)! : [],
            Snapshot = row.IsDBNull(15) ? null : row.Generation(15),
        };
    }
}
