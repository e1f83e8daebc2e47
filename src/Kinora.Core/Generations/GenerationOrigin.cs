using System.Text.Json.Nodes;

namespace Kinora.Core.Generations;

/// <summary>How a generation was asked for, where that is more than a request form: in another API's words, or as a change of an earlier one.</summary>
public sealed record GenerationOrigin
{
    /// <summary>The surface of Kinora's own API.</summary>
    public const string Own = "kinora";

    /// <summary>The API, such as <c>kie/jobs</c> or <c>openai/videos</c>, so that it can be told of in its words.</summary>
    public required string Surface { get; init; }

    /// <summary>The generation whose request was taken and changed; null for one that was asked for anew.</summary>
    public string? RemixOf { get; init; }

    /// <summary>What was asked for, as that API tells it back; null where it does not.</summary>
    public JsonObject? Request { get; init; }

    /// <summary>Where to post what became of it, in that API's words; null for nowhere.</summary>
    public Uri? CallbackUrl { get; init; }
}
