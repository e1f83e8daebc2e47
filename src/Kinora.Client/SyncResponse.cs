namespace Kinora.Client;

/// <summary>What came of reading a provider's record now.</summary>
/// <param name="Asked">Whether the provider was asked.</param>
/// <param name="Message">What it said, or why it was not asked; a sentence.</param>
/// <param name="Generation">As it stands afterwards.</param>
public sealed record SyncResponse(bool Asked, string Message, GenerationResponse Generation);

/// <summary>Body of <c>POST /api/kie/sync-manual</c>.</summary>
/// <param name="TaskId">The provider's id of a task, or the id of a generation.</param>
public sealed record ManualSyncRequest(string TaskId);
