using System.Text.Json;
using System.Text.Json.Serialization;
using Kinora.Core.Accounts;
using Kinora.Core.Assets;
using Kinora.Core.Callbacks;
using Kinora.Core.Diagnostics;
using Kinora.Core.Generations;
using Kinora.Core.Groups;
using Kinora.Core.Health;
using Kinora.Core.Joins;
using Kinora.Core.Providers.Accounts;
using Kinora.Core.Storage.Postgres;
using Kinora.Core.Webhooks;

namespace Kinora.Core.Storage;

/// <summary>The JSON of what the store keeps as documents.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Generation))]
[JsonSerializable(typeof(GenerationInput))]
[JsonSerializable(typeof(IReadOnlyList<GenerationInput>))]
[JsonSerializable(typeof(IReadOnlyList<GroupItem>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, KeyCap>))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(GenerationOutput))]
[JsonSerializable(typeof(Asset))]
[JsonSerializable(typeof(JoinForm))]
[JsonSerializable(typeof(JoinPlan))]
[JsonSerializable(typeof(PostgresNews))]
[JsonSerializable(typeof(IReadOnlyList<DeliveryTry>))]
[JsonSerializable(typeof(CallbackEntry))]
[JsonSerializable(typeof(ProviderAccount))]
[JsonSerializable(typeof(DiagnosticReport))]
[JsonSerializable(typeof(Breaker))]
[JsonSerializable(typeof(Verdict))]
internal sealed partial class KinoraJsonContext : JsonSerializerContext;
