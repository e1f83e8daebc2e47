namespace Kinora.Client;

/// <summary>The prompts last used, each once, newest first.</summary>
public sealed record PromptPage(IReadOnlyList<PromptResponse> Items);

/// <summary>A prompt.</summary>
/// <param name="Model">The product that it was used with last.</param>
/// <param name="At">When it was used last.</param>
public sealed record PromptResponse(string Prompt, string Model, DateTimeOffset At);

/// <summary>What was spent, by day and product, oldest first.</summary>
/// <param name="Credits">The sum.</param>
public sealed record UsagePage(IReadOnlyList<UsageResponse> Items, long Credits);

/// <summary>What one product cost on one day.</summary>
/// <param name="Day">In UTC.</param>
/// <param name="Model">The product's id.</param>
/// <param name="Count">Generations that were charged.</param>
public sealed record UsageResponse(DateOnly Day, string Model, int Count, long Credits);
