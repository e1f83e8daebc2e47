using System.Text.Json.Serialization;
using Kinora.Sandbox.Tasks;

namespace Kinora.Sandbox;

/// <summary>The sandbox's own JSON: its files, and its list of tasks.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SandboxTask))]
[JsonSerializable(typeof(TaskList))]
internal sealed partial class SandboxJson : JsonSerializerContext;
