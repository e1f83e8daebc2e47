using System.Text.Json.Nodes;

namespace Kinora.Core.Generations;

/// <summary>How a generation was asked for in the words of another API, so that it can be told of in them.</summary>
public sealed record GenerationOrigin
{
    /// <summary>The API, such as <c>kie/jobs</c> or <c>openai/videos</c>.</summary>
    public required string Surface { get; init; }

    /// <summary>What was asked for, as that API tells it back; null where it does not.</summary>
    public JsonObject? Request { get; init; }

    /// <summary>Where to post what became of it, in that API's words; null for nowhere.</summary>
    public Uri? CallbackUrl { get; init; }
}
