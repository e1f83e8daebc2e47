namespace Kinora.Core.Enhancement;

/// <summary>The OpenAI-compatible chat API that the operator has named for the enhancement of prompts.</summary>
/// <param name="BaseUrl">What <c>/chat/completions</c> is put behind, such as <c>https://api.openai.com/v1</c>; http too.</param>
/// <param name="Key">Sent as bearer; null for a server without keys.</param>
/// <param name="Model">The model's id at that API.</param>
public sealed record ChatSettings(Uri BaseUrl, string? Key, string Model)
{
    /// <summary>Without the key.</summary>
    public override string ToString() => $"{Model} at {BaseUrl.Host}";
}
