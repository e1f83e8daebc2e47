namespace Kinora.Core.Providers;

/// <summary>A video model as its provider's own catalogue lists it.</summary>
/// <param name="Price">In words; null where it tells none.</param>
public sealed record ListedModel(string Id, string? Title, string? Price);
