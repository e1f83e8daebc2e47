namespace Kinora.Client;

/// <summary>The prompts last used, each once, newest first.</summary>
public sealed record PromptPage(IReadOnlyList<PromptResponse> Items);

/// <summary>A prompt.</summary>
/// <param name="Model">The product that it was used with last.</param>
/// <param name="At">When it was used last.</param>
public sealed record PromptResponse(string Prompt, string Model, DateTimeOffset At);

/// <summary>Body of <c>POST /api/prompts/enhance</c>.</summary>
/// <param name="Prompt">To be bettered; at most 20,000 UTF-16 characters.</param>
/// <param name="Model">Whose limit and abilities count: a product id, an alias or KIE's own id; any when left out.</param>
/// <param name="Mode">What it is for, such as <c>image-to-video</c>; the model's usual one when left out.</param>
public sealed record EnhanceRequest(string Prompt, string? Model = null, string? Mode = null);

/// <summary>The better prompt: one line, within the model's limit.</summary>
public sealed record EnhanceResponse(string Prompt);

/// <summary>What was spent, by day and product, oldest first.</summary>
/// <param name="Credits">The sum.</param>
/// <param name="Returned">What was held in that time, or before, and given back in it.</param>
public sealed record UsagePage(IReadOnlyList<UsageResponse> Items, long Credits, long Returned);

/// <summary>What one product cost on one day.</summary>
/// <param name="Day">In UTC.</param>
/// <param name="Model">The product's id.</param>
/// <param name="Count">Generations that were charged.</param>
public sealed record UsageResponse(DateOnly Day, string Model, int Count, long Credits);
