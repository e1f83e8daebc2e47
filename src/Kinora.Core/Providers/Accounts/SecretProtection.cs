namespace Kinora.Core.Providers.Accounts;

/// <summary>Makes secrets unreadable where they are stored, and readable again.</summary>
/// <param name="Unprotect">Null where the text was protected by keys that are gone.</param>
public sealed record SecretProtection(Func<string, string> Protect, Func<string, string?> Unprotect);
