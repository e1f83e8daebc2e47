using Npgsql;

namespace Kinora.Core.Storage.Postgres;

/// <summary>What can be done about a fault.</summary>
internal static class PostgresFaults
{
    /// <summary>How often a transaction that gives way is run.</summary>
    public const int MostTries = 8;

    /// <summary>The transaction was chosen to give way to another one; it is undone and may be run again.</summary>
    public static bool GaveWay(this PostgresException fault) =>
        fault.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    /// <summary>What was to be written breaks a rule of the database: its caller's fault, and nobody else's.</summary>
    public static bool IsOfCaller(this PostgresException fault) =>
        fault.SqlState.StartsWith("22", StringComparison.Ordinal) || fault.SqlState.StartsWith("23", StringComparison.Ordinal);

    /// <summary>The server is not there yet, or is about to be: waiting helps. A wrong password does not become right.</summary>
    public static bool MayPass(this NpgsqlException fault) => fault is not PostgresException refusal
        || refusal.SqlState.StartsWith("57P", StringComparison.Ordinal) || refusal.SqlState == PostgresErrorCodes.TooManyConnections;
}
