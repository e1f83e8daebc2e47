using System.Security.Cryptography;
using Kinora.Core.Groups;

namespace Kinora.Core.Generations;

/// <summary>On what terms forms are accepted together.</summary>
/// <param name="Name">What the fields of a form are called by the caller, up to their own names.</param>
/// <param name="Keys">One for each generation or more, or none.</param>
/// <param name="MaxCredits">The most that all together may hold.</param>
internal sealed record AcceptanceTerms(Func<int, string> Name, IReadOnlyList<IdempotencyKey> Keys, long MaxCredits)
{
    public GenerationOrigin? Origin { get; init; }

    /// <summary>The item of each form, in their order; none where they are made for no group.</summary>
    public IReadOnlyList<GroupLink> Links { get; init; } = [];

    /// <summary>The caller's own key for the first generation, and keys that no header can hold for the others.</summary>
    /// <param name="body">The request in a canonical form.</param>
    public static IReadOnlyList<IdempotencyKey> KeysOf(string? key, int count, Func<byte[]> body)
    {
        if (key is null) return [];
        var hash = Convert.ToHexStringLower(SHA256.HashData(body()));
        return [.. Enumerable.Range(0, count).Select(index => new IdempotencyKey(index == 0 ? key : $"{key}\u0001{index}", hash))];
    }

    /// <summary>The new generation of a form with what the terms say of it.</summary>
    public Generation Mark(Generation generation, int index) =>
        generation with { Origin = Origin, Marks = Links.Count > index ? new() { Group = Links[index] } : generation.Marks };
}
