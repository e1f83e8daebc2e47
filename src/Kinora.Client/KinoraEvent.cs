namespace Kinora.Client;

/// <summary>Something that happened in an account; exactly one of the two is set.</summary>
/// <param name="Number">Its place in the account's events, to resume after.</param>
/// <param name="Generation">A generation as it stands now, without its history.</param>
/// <param name="Account">The account after its credits changed.</param>
public sealed record KinoraEvent(long Number, GenerationResponse? Generation, AccountResponse? Account);
