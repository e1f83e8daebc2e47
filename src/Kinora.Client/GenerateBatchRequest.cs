namespace Kinora.Client;

/// <summary>Body of <c>POST /api/generate/batch</c>: requests that are accepted together or not at all.</summary>
/// <param name="Items">1 to 100 request forms. Faults name theirs: <c>items[3].prompt</c>.</param>
/// <param name="MaxCredits">The most that all together may hold; the account's available credits when left out.</param>
public sealed record GenerateBatchRequest(IReadOnlyList<GenerateVideoRequest> Items, long? MaxCredits = null);

/// <summary>An accepted batch.</summary>
/// <param name="Items">The generations, in the order of the request.</param>
/// <param name="Credits">What is held for all of them.</param>
public sealed record BatchResponse(IReadOnlyList<GenerationResponse> Items, long Credits);
