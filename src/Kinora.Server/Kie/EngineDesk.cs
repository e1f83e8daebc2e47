using System.Text.Json.Nodes;
using KieAi.AspNetCore;
using Kinora.Core.Accounts;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Sandbox;
using Kinora.Sandbox.Tasks;
using Kinora.Server.Wire;

namespace Kinora.Server.Kie;

/// <summary>Takes create calls: checks them as KIE does, and hands them to the engine in the request form.</summary>
internal sealed class EngineDesk(ModelCatalog catalog, GenerationAcceptor acceptor, GenerationStore generations, GivenFiles files)
{
    /// <summary>Answers the id of the new generation, or refuses the call in KIE's words.</summary>
    /// <param name="order">Its API is one of <see cref="KieSurface"/>.</param>
    /// <param name="once">Makes the call one that is granted only once and answered the same ever after; null for any number.</param>
    public async Task<KieReply<string>> CreateAsync(Requester caller, TaskOrder order, CancellationToken cancellationToken, string? once = null)
    {
        if (catalog.FindWire(order.Endpoint, order.Model) is not { } variant) return WireRefusal.UnknownModel;
        if (ModelCatalog.RefusalOf(variant, order.Wire) is { } own) return KieReply.Refused<string>(own.Code, own.Text);
        var api = order.Api is KieSurface.Jobs ? TaskApi.Jobs : TaskApi.Veo;
        var (faults, input) = ModelCatalog.TakeWire(variant, order.Wire);
        if (faults is [var fault, ..]) return WireRefusal.Of(fault, api);
        return await AcceptAsync(
            caller, order.Api, variant, input!, order.Body ?? order.Wire, order.CallBackUrl, cancellationToken, once);
    }

    /// <summary>The same for what was read already.</summary>
    /// <param name="body">As it came; told back in the task's record.</param>
    public async Task<KieReply<string>> AcceptAsync(
        Requester caller, string surface, ModelVariant variant, GenerationInput input, JsonObject body, string? callBackUrl,
        CancellationToken cancellationToken, string? once = null)
    {
        Uri? callback = null;
        if (callBackUrl is { Length: > 0 } address && !(Uri.TryCreate(address, UriKind.Absolute, out callback) && callback.Scheme is "http" or "https"))
            return WireRefusal.BadCallback;
        if (await SourceFaultAsync(caller.AccountId, input, cancellationToken) is { } missing) return missing;
        var (form, lost) = await files.ExchangeAsync(caller.AccountId, input, cancellationToken);
        if (lost is not null) return KieReply.Refused<string>(422, $"{lost} is not there (any more)");
        var origin = new GenerationOrigin { Surface = surface, Request = body, CallbackUrl = callback };
        return EngineRefusal.Of(await acceptor.AcceptAsync(caller, form, once, origin, cancellationToken), variant, input.Mode);
    }

    // A task that is continued or enlarged must be one of the account's that has its video.
    private async Task<KieReply<string>?> SourceFaultAsync(string accountId, GenerationInput input, CancellationToken cancellationToken)
    {
        if (input.Source is not { } taskId) return null;
        if (await generations.FindOwnAsync(accountId, taskId, cancellationToken) is not { } source) return WireRefusal.NoSource;
        return source.Status is GenerationStatus.Succeeded ? null : WireRefusal.UnfinishedSource;
    }
}
