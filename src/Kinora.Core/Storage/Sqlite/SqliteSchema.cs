using System.Reflection;

namespace Kinora.Core.Storage.Sqlite;

/// <summary>Applies the numbered scripts of <c>Schema/</c> that a file has not seen yet; forward only.</summary>
internal static class SqliteSchema
{
    private const string Prefix = "Kinora.Core.Storage.Sqlite.Schema.";

    public static void Upgrade(SqliteSession session)
    {
        var scripts = Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var seen = (int)(long)session.Scalar("PRAGMA user_version")!;
        if (seen > scripts.Count)
            throw new InvalidDataException($"The database was written by a newer Kinora (schema {seen}, this one knows {scripts.Count}).");
        for (var number = seen + 1; number <= scripts.Count; number++)
        {
            session.Execute("BEGIN IMMEDIATE");
            session.Execute(Read(scripts[number - 1]));
            session.Execute($"PRAGMA user_version = {number}");
            session.Execute("COMMIT");
        }
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
