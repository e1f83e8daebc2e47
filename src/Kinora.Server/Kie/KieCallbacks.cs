using KieAi.AspNetCore;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Core.Webhooks;
using Kinora.Sandbox.Tasks;

namespace Kinora.Server.Kie;

/// <summary>Writes the callback of a generation that was asked for in KIE's words: KIE's body, with KIE's signature where a key is configured.</summary>
internal sealed class KieCallbacks(EngineWords words, AccountStore accounts, KinoraOptions options, TimeProvider time)
{
    public DeliveryForm Form => new(KieSurface.Prefix, WriteAsync);

    private async Task<HttpRequestMessage?> WriteAsync(Delivery delivery, Generation? generation, CancellationToken cancellationToken)
    {
        var task = words.Tell(generation!);
        var rest = (await accounts.FindAsync(delivery.AccountId, cancellationToken))?.Available;
        return KieCallbackSender.Request(delivery.Url, TaskId(delivery, task), Body(delivery, task, rest), options.CallbackHmacKey, time.GetUtcNow());
    }

    // A version of a Veo video is told by the task that it enlarges.
    private static string TaskId(Delivery delivery, ToldTask task) => delivery.Surface is KieSurface.VeoVersion ? task.Source! : task.TaskId;

    private static byte[] Body(Delivery delivery, ToldTask task, long? rest) => delivery.Surface switch
    {
        KieSurface.Veo => KieCallbackBody.From(TaskRecords.Veo(task)),
        KieSurface.VeoVersion => KieCallbackBody.From(TaskRecords.Veo4k(task)),
        KieSurface.Runway => KieCallbackBody.From(TaskRecords.Runway(task)),
        KieSurface.Aleph => KieCallbackBody.From(TaskRecords.Aleph(task)),
        KieSurface.Modify => KieCallbackBody.From(TaskRecords.Modify(task)),
        KieSurface.Service => KieCallbackBody.From(KieServiceTask.From(TaskRecords.Jobs(task))),
        _ => KieCallbackBody.From(TaskRecords.Jobs(task), rest),
    };
}
