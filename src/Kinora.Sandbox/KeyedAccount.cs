using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using KieAi;
using KieAi.AspNetCore;
using Kinora.Sandbox.Assets;
using Kinora.Sandbox.Catalogue;
using Kinora.Sandbox.Faults;
using Kinora.Sandbox.Files;
using Kinora.Sandbox.Tasks;

namespace Kinora.Sandbox;

/// <summary>The parts that answer the calls of the account.</summary>
internal sealed record AccountParts(
    bool Limits, SandboxAccount Account, TaskDesk Desk, ServiceForm Services, VeoUpgrades Upgrades, TaskStore Store, TaskWords Words, TaskReadings Readings,
    AnswerFaults Answers, FileDesk Files, AssetLibrary Assets, OmniStudio Omni, CatalogueCalls Catalogue, TimeProvider Clock);

/// <summary>The sandbox's one account, as one of its keys opens it: readings are limited by key, all else is shared.</summary>
internal sealed partial class KeyedAccount(AccountParts parts) : IKieAccount
{
    private static readonly KieRequestJsonContext Bodies = KieRequestJsonContext.Default;

    private readonly RateWindow _reads = new(10, TimeSpan.FromSeconds(1), parts.Clock);

    public Task<KieReply<decimal>> CreditAsync(CancellationToken cancellationToken) => Task.FromResult(KieReply.Success(parts.Account.Balance));

    private bool MayRead => !parts.Limits || _reads.TryTake();

    private static JsonObject Json<T>(T request, JsonTypeInfo<T> type) => JsonSerializer.SerializeToNode(request, type)!.AsObject();
}
