using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Kinora.Client;

/// <summary>How every record of the API is read and written: camelCase, nulls left out, no reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(AccountResponse))]
[JsonSerializable(typeof(AdjustmentRequest))]
[JsonSerializable(typeof(AssetResponse))]
[JsonSerializable(typeof(BatchResponse))]
[JsonSerializable(typeof(CallbackPage))]
[JsonSerializable(typeof(CollectionPage))]
[JsonSerializable(typeof(CollectionRequest))]
[JsonSerializable(typeof(DiagnosticRunResponse))]
[JsonSerializable(typeof(DiagnosticsResponse))]
[JsonSerializable(typeof(GenerateBatchRequest))]
[JsonSerializable(typeof(GenerateVideoRequest))]
[JsonSerializable(typeof(GenerationPage))]
[JsonSerializable(typeof(GenerationResponse))]
[JsonSerializable(typeof(GrantRequest))]
[JsonSerializable(typeof(LedgerEntryResponse))]
[JsonSerializable(typeof(LedgerPage))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(MarkRequest))]
[JsonSerializable(typeof(ModelPage))]
[JsonSerializable(typeof(ModelResponse))]
[JsonSerializable(typeof(ProbeRequest))]
[JsonSerializable(typeof(PromptPage))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(ProviderAccountPage))]
[JsonSerializable(typeof(ProviderAccountRequest))]
[JsonSerializable(typeof(ProviderAccountResponse))]
[JsonSerializable(typeof(QuoteResponse))]
[JsonSerializable(typeof(ReconcileResponse))]
[JsonSerializable(typeof(SharedResponse))]
[JsonSerializable(typeof(SignInRequest))]
[JsonSerializable(typeof(SyncResponse))]
[JsonSerializable(typeof(TagPage))]
[JsonSerializable(typeof(UsagePage))]
[JsonSerializable(typeof(VerdictPage))]
public sealed partial class KinoraJsonContext : JsonSerializerContext;
