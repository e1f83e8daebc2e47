using Kinora.Core.Webhooks;

namespace Kinora.Core.Storage;

/// <summary>What changes of endpoints have in common. Whoever makes one has locked the account's row before, as every commit does.</summary>
internal static class SqlWebhooks
{
    /// <summary>Writes into the account's row who wants to hear what.</summary>
    public static async Task SubscribeAsync(ISqlTransaction transaction, string accountId)
    {
        var all = await transaction.QueryAsync(
            "SELECT id, events FROM webhook_endpoints WHERE account_id = $1 AND enabled = 1 ORDER BY id",
            row => new Subscription(row.GetString(0), Subscription.ReadEvents(row.GetString(1))), accountId);
        await transaction.ExecuteAsync("UPDATE accounts SET webhooks = $2 WHERE id = $1", accountId, Subscription.Write(all));
    }

    /// <summary>Gives up what waits for the endpoint; it can be begun anew when it is enabled again.</summary>
    public static Task GiveUpAsync(ISqlTransaction transaction, string endpointId, string answer) => transaction.ExecuteAsync(
        "UPDATE deliveries SET due_at = NULL, answer = $2 WHERE lane = $1 AND due_at IS NOT NULL", endpointId, answer);

    /// <summary>Disables an endpoint that does not take what it is sent, and tells its account.</summary>
    public static async Task DisableAsync(ISqlTransaction transaction, string accountId, string endpointId, string reason)
    {
        await SqlEvents.AppendAsync(transaction, accountId, generationId: null);
        await transaction.ExecuteAsync("UPDATE webhook_endpoints SET enabled = 0, disabled_reason = $2 WHERE id = $1 AND enabled = 1", endpointId, reason);
        await GiveUpAsync(transaction, endpointId, "The endpoint is disabled.");
        await SubscribeAsync(transaction, accountId);
    }
}
