using System.Text.Json;
using Kinora.Core.Providers.Http;

namespace Kinora.Core.Providers.Replicate;

/// <summary>What Replicate posts: the whole prediction, of which its id is taken; how it stands is read from Replicate itself.</summary>
public static class ReplicateCallback
{
    /// <summary>Null for what is no prediction.</summary>
    public static string? TaskId(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return TaskIds.Of(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
