using Kinora.Core.Generations;

namespace Kinora.Core.Groups;

/// <summary>What somebody wants an item to be. What is null stays as it is; a new item needs a request.</summary>
/// <param name="Id">Of an item that the group has, or had; null for a new one.</param>
/// <param name="Chosen">A finished take of the account, or <see cref="Newest"/>.</param>
public sealed record GroupItemDraft(string? Id, GenerationInput? Request, bool? Continues, string? Chosen)
{
    /// <summary>In the place of a chosen take: let the newest finished one count.</summary>
    public const string Newest = "newest";
}
