using Kinora.Client;
using Kinora.Core.Accounts;
using Kinora.Server.Auth;
using Kinora.Server.Settings;

namespace Kinora.Server.Wire;

/// <summary>Keys, from the domain to the wire.</summary>
internal static class KeyMapping
{
    public static string Word(KeyScope scope) => scope switch
    {
        KeyScope.Read => "read",
        KeyScope.Generate => "generate",
        KeyScope.Admin => "admin",
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, null),
    };

    public static KeyScope? Scope(string? word) => word switch
    {
        "read" => KeyScope.Read,
        "generate" => KeyScope.Generate,
        "admin" => KeyScope.Admin,
        _ => null,
    };

    /// <summary>The words of the scopes that keys of an account may have.</summary>
    public static string[] Scopes(AccountRole role) => role is AccountRole.Admin ? ["read", "generate", "admin"] : ["read", "generate"];

    public static KeyResponse ToResponse(this ApiKey key, AccountRole role, KinoraOptions options)
    {
        var isOfSettings = key.IsOfSettings(options);
        return new(key.Id, key.Name ?? (isOfSettings ? SettingNames.AdminKey : "API key"), key.CreatedAt, !isOfSettings)
        {
            Prefix = key.Prefix,

            // Keys from before there were scopes have all that their account may have.
            Scope = Word(key.Limits.Scope is KeyScope.Admin && role is not AccountRole.Admin ? KeyScope.Generate : key.Limits.Scope),
            ExpiresAt = key.Limits.ExpiresAt,
            AllowedIps = key.Limits.AllowedIps.Count > 0 ? key.Limits.AllowedIps : null,
            DailyCredits = key.Limits.DailyCredits,
            TotalCredits = key.Limits.TotalCredits,
            UsedAt = key.UsedAt,
            SpentToday = key.SpentToday,
            Spent = key.Spent,
        };
    }

    public static bool IsOfSettings(this ApiKey key, KinoraOptions options) => options.AdminKey is { } secret && Secret.Hash(secret) == key.Hash;
}
