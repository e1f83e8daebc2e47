using System.Text.Json;

namespace Kinora.Core.Providers.Http;

/// <summary>Ids that providers give to tasks.</summary>
internal static class TaskIds
{
    /// <summary>Relays put whole addresses into theirs.</summary>
    private const int Longest = 1000;

    /// <summary>The <c>id</c> of an answer; null where it has none that could stand in an address.</summary>
    public static string? Of(JsonElement answer) =>
        answer.Field("id").AsText() is { Length: > 0 and <= Longest } id && id.Any(letter => letter is not '.') ? id : null;
}
