namespace Kinora.Core.Accounts;

/// <summary>A name and a password by which an account signs in.</summary>
/// <param name="Name">As its owner writes it.</param>
/// <param name="Hash">Of the password, salted and slow.</param>
public sealed record SignInPassword(string AccountId, string Name, string Hash);
