namespace Kinora.Core.Generations;

/// <summary>A link by which people without a key look at the takes.</summary>
/// <param name="Token">Whoever knows it may look.</param>
/// <param name="ShowPrompt">Whether they are told the prompt and the model.</param>
/// <param name="AllowDownload">Whether they are offered to keep the videos.</param>
/// <param name="EndsAt">From when on nobody may look; null where only its owner ends it.</param>
public sealed record GenerationShare(string Token, bool ShowPrompt = true, bool AllowDownload = true, DateTimeOffset? EndsAt = null)
{
    public bool HasEnded(DateTimeOffset now) => EndsAt <= now;
}
