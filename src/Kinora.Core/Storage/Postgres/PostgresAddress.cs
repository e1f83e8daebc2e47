using Npgsql;

namespace Kinora.Core.Storage.Postgres;

/// <summary>Where a database is, as people write it: <c>postgres://user:password@host:5432/name</c> or <c>Host=…;Username=…;Password=…;Database=…</c>.</summary>
public static class PostgresAddress
{
    // What the address itself says comes later and wins. Nothing of a session is changed, so nothing is to be reset.
    private const string Defaults = "Application Name=kinora;Max Auto Prepare=100;Maximum Pool Size=20;No Reset On Close=true;";

    /// <summary>The address in the second form with our defaults; null when it is neither, or names no host.</summary>
    public static string? Read(string text)
    {
        try
        {
            var given = text.StartsWith("postgres://", StringComparison.Ordinal) || text.StartsWith("postgresql://", StringComparison.Ordinal)
                ? OfUri(new Uri(text))
                : text;
            var builder = new NpgsqlConnectionStringBuilder(Defaults + given);
            return string.IsNullOrEmpty(builder.Host) ? null : builder.ToString();
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The host and the name of the database: what may be told to anybody.</summary>
    public static string Public(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        return $"{builder.Database ?? builder.Username} on {builder.Host}";
    }

    private static string OfUri(Uri uri)
    {
        var builder = new NpgsqlConnectionStringBuilder { Host = uri.Host };
        if (uri.Port > 0) builder.Port = uri.Port;
        if (uri.AbsolutePath.Length > 1) builder.Database = Uri.UnescapeDataString(uri.AbsolutePath[1..]);
        var user = uri.UserInfo.Split(':', 2);
        if (user[0].Length > 0) builder.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1) builder.Password = Uri.UnescapeDataString(user[1]);
        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = pair.Split('=', 2) is [var key, var given] ? (key, given) : (pair, "");
            builder[Uri.UnescapeDataString(name)] = Uri.UnescapeDataString(value);
        }

        return builder.ToString();
    }
}
