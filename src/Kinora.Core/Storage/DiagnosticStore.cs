using System.Text.Json;
using Kinora.Core.Diagnostics;

namespace Kinora.Core.Storage;

/// <summary>Keeps the newest reports of what works.</summary>
public sealed class DiagnosticStore
{
    /// <summary>So many are kept.</summary>
    internal const int MostKept = 20;
    private readonly ISqlDatabase _database;

    internal DiagnosticStore(ISqlDatabase database) => _database = database;

    /// <summary>The newest report; null before the first.</summary>
    public Task<DiagnosticReport?> LatestAsync(CancellationToken cancellationToken) => _database.ReadAsync(
        async session => await session.ScalarAsync("SELECT document FROM diagnostics ORDER BY id DESC LIMIT 1") is string document
            ? JsonSerializer.Deserialize(document, KinoraJsonContext.Default.DiagnosticReport)
            : null,
        cancellationToken);

    /// <summary>Keeps a report, and forgets the oldest of too many.</summary>
    internal Task AddAsync(DiagnosticReport report, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            await transaction.ExecuteAsync(
                "INSERT INTO diagnostics (id, document) VALUES ($1, $2)", report.Id, JsonSerializer.Serialize(report, KinoraJsonContext.Default.DiagnosticReport));
            return await transaction.ExecuteAsync(
                "DELETE FROM diagnostics WHERE id NOT IN (SELECT id FROM diagnostics ORDER BY id DESC LIMIT $1)", MostKept);
        },
        cancellationToken);
}
