namespace Kinora.Core.Accounts;

/// <summary>Who asks for generations.</summary>
/// <param name="AccountId">The account that pays.</param>
/// <param name="KeyId">The key that was used, or that began the session; null for none.</param>
public readonly record struct Requester(string AccountId, string? KeyId = null);
