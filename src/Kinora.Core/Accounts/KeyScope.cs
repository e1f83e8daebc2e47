using System.Text.Json.Serialization;

namespace Kinora.Core.Accounts;

/// <summary>What may be done with a key; each includes those before it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<KeyScope>))]
public enum KeyScope
{
    /// <summary>Looking at what the account has, and at prices.</summary>
    [JsonStringEnumMemberName("read")] Read,

    /// <summary>All that costs credits or changes what the account has.</summary>
    [JsonStringEnumMemberName("generate")] Generate,

    /// <summary>The admin endpoints too, where the account is an administrator's.</summary>
    [JsonStringEnumMemberName("admin")] Admin,
}
