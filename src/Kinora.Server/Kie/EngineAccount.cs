using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using KieAi;
using KieAi.AspNetCore;
using Kinora.Core.Accounts;
using Kinora.Core.Storage;
using Kinora.Sandbox.Catalogue;
using Kinora.Sandbox.Tasks;

namespace Kinora.Server.Kie;

/// <summary>The parts that answer the calls of an account.</summary>
internal sealed record EngineParts(
    EngineDesk Desk, EngineWords Words, VeoVersions Versions, FileDesk Files, ServiceForm Services, CatalogueCalls Catalogue, GenerationStore Generations,
    AccountStore Accounts);

/// <summary>An account of Kinora, as KIE's API sees it: its generations are the tasks, its credits the balance.</summary>
internal sealed partial class EngineAccount(Requester caller, EngineParts parts) : IKieAccount
{
    private static readonly KieRequestJsonContext Bodies = KieRequestJsonContext.Default;

    public async Task<KieReply<decimal>> CreditAsync(CancellationToken cancellationToken) =>
        KieReply.Success((decimal)((await parts.Accounts.FindAsync(caller.AccountId, cancellationToken))?.Available ?? 0));

    private static JsonObject Json<T>(T request, JsonTypeInfo<T> type) => JsonSerializer.SerializeToNode(request, type)!.AsObject();
}
