namespace Kinora.Core.Storage;

/// <summary>Numbers an account's events under its row, so that a reader who resumes after n misses nothing.</summary>
internal static class SqlEvents
{
    /// <summary>Tells the account's listeners that something changed beside the states of its generations.</summary>
    /// <param name="generationId">Of the generation that it is about; null where it is about none.</param>
    public static async Task AppendAsync(ISqlTransaction transaction, string accountId, string? generationId)
    {
        var number = (long)(await transaction.ScalarAsync(
            "UPDATE accounts SET last_event = last_event + 1 WHERE id = $1 RETURNING last_event", accountId))!;
        await transaction.ExecuteAsync(EventRow.Insert, accountId, number, generationId, null);
        transaction.Tell(accountId, number);
    }
}
