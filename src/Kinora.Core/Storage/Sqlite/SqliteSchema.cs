namespace Kinora.Core.Storage.Sqlite;

/// <summary>Applies the scripts that a file has not seen yet.</summary>
internal static class SqliteSchema
{
    /// <exception cref="InvalidDataException">A newer Kinora wrote it.</exception>
    public static void Upgrade(SqliteSession session)
    {
        foreach (var (version, statements) in SchemaScripts.After(typeof(SqliteSchema), (long)session.Scalar("PRAGMA user_version")!))
        {
            session.Execute("BEGIN IMMEDIATE");
            session.Execute(statements);
            session.Execute($"PRAGMA user_version = {version}");
            session.Execute("COMMIT");
        }
    }
}
