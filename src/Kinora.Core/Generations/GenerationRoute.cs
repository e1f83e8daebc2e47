using System.Text.Json.Nodes;

namespace Kinora.Core.Generations;

/// <summary>One who may be asked to make a generation, and what it would be asked, as the catalog said at acceptance.</summary>
/// <param name="WireInput">The provider's fields; media stand by their asset ids.</param>
public sealed record GenerationRoute(string Provider, string Endpoint, string WireModel, JsonObject WireInput);
