using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace KieAi.AspNetCore.Endpoints;

/// <summary>The two shapes that most calls have.</summary>
internal static class KieCalls
{
    /// <summary>A body that makes a task, whose id is the answer.</summary>
    public static KieCall Create<T>(KieRequestForm<T> form, Func<IKieAccount, T, CancellationToken, Task<KieReply<string>>> create) =>
        async (context, account) => KieEnvelope.FromTaskId(
            await create(account, await KieRequestBody.ReadAsync(context, form), context.RequestAborted));

    /// <summary>A body, and a record as the answer.</summary>
    public static KieCall Ask<T, TAnswer>(
        KieRequestForm<T> form, Func<IKieAccount, T, CancellationToken, Task<KieReply<TAnswer>>> ask, JsonTypeInfo<TAnswer> type) =>
        async (context, account) => KieEnvelope.From(
            await ask(account, await KieRequestBody.ReadAsync(context, form), context.RequestAborted), type);

    /// <summary>A task id in the query, and the task's record as the answer.</summary>
    public static KieCall Find<T>(Func<IKieAccount, string, CancellationToken, Task<KieReply<T>>> find, JsonTypeInfo<T> type) =>
        async (context, account) => KieEnvelope.From(await find(account, KieQuery.TaskId(context), context.RequestAborted), type);
}
