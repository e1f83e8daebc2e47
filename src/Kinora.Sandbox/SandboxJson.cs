using System.Text.Json.Serialization;
using Kinora.Sandbox.Assets;
using Kinora.Sandbox.Control;
using Kinora.Sandbox.Tasks;

namespace Kinora.Sandbox;

/// <summary>The sandbox's own JSON: its files, and its own calls.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SandboxTask))]
[JsonSerializable(typeof(SandboxAsset))]
[JsonSerializable(typeof(TaskList))]
[JsonSerializable(typeof(SandboxStatus))]
[JsonSerializable(typeof(ModelStateList))]
[JsonSerializable(typeof(ClockReading))]
[JsonSerializable(typeof(ControlFault))]
internal sealed partial class SandboxJson : JsonSerializerContext;
