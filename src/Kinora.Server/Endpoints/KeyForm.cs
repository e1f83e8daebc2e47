using System.Text.Json.Nodes;
using Kinora.Client;
using Kinora.Core.Accounts;
using Kinora.Server.Wire;

namespace Kinora.Server.Endpoints;

/// <summary>Reads what a key is to be held to.</summary>
/// <param name="role">Of the account, which bounds the scopes of its keys.</param>
internal sealed class KeyForm(AccountRole role, DateTimeOffset now)
{
    private const int LongestName = 100;
    private static readonly string[] Clearable = ["expiresAt", "allowedIps", "dailyCredits", "totalCredits"];
    private readonly List<FieldProblem> _faults = [];

    public IReadOnlyList<FieldProblem> Faults => _faults;

    /// <summary>Of a new key.</summary>
    public (string Name, KeyLimits Limits) Read(KeyRequest request)
    {
        var name = Name(request.Name) ?? "";
        if (request.Name is null) _faults.Add(NameFault(null));
        return (name, new()
        {
            Scope = Scope(request.Scope) ?? KeyScope.Generate,
            ExpiresAt = Expiry(request.ExpiresAt),
            AllowedIps = Addresses(request.AllowedIps) ?? [],
            DailyCredits = Credits("dailyCredits", request.DailyCredits),
            TotalCredits = Credits("totalCredits", request.TotalCredits),
        });
    }

    /// <summary>Of a key that there is: what becomes of it.</summary>
    public Func<ApiKey, ApiKey> Read(KeyChangeRequest request)
    {
        var (name, scope, expiry, addresses) = (Name(request.Name), Scope(request.Scope), Expiry(request.ExpiresAt), Addresses(request.AllowedIps));
        var (daily, total) = (Credits("dailyCredits", request.DailyCredits), Credits("totalCredits", request.TotalCredits));
        var clear = request.Clear ?? [];
        if (clear.FirstOrDefault(field => !Clearable.Contains(field)) is { } unknown)
            _faults.Add(new("clear", $"clear must name limits to lift: {string.Join(", ", Clearable)}.", unknown, Clearable));
        return key => key with
        {
            Name = name ?? key.Name,
            Limits = new()
            {
                Scope = scope ?? key.Limits.Scope,
                ExpiresAt = expiry ?? (clear.Contains("expiresAt") ? null : key.Limits.ExpiresAt),
                AllowedIps = addresses ?? (clear.Contains("allowedIps") ? [] : key.Limits.AllowedIps),
                DailyCredits = daily ?? (clear.Contains("dailyCredits") ? null : key.Limits.DailyCredits),
                TotalCredits = total ?? (clear.Contains("totalCredits") ? null : key.Limits.TotalCredits),
            },
        };
    }

    private string? Name(string? given)
    {
        if (given is null) return null;
        if (given.Trim() is { Length: >= 1 and <= LongestName } name && !name.Any(char.IsControl)) return name;
        _faults.Add(NameFault(given));
        return null;
    }

    private static FieldProblem NameFault(string? given) => new("name", "name must have 1 to 100 characters on one line.", JsonValue.Create(given?.Length), null);

    private KeyScope? Scope(string? word)
    {
        if (word is null) return null;
        var scopes = KeyMapping.Scopes(role);
        if (scopes.Contains(word)) return KeyMapping.Scope(word);
        _faults.Add(new("scope", word is "admin" ? "Only an administrator's key may have the scope admin." : $"scope must be {string.Join(", ", scopes)}.", word, scopes));
        return null;
    }

    private DateTimeOffset? Expiry(DateTimeOffset? given)
    {
        if (given <= now) _faults.Add(new("expiresAt", "expiresAt must be in the future.", JsonValue.Create(given), null));
        return given;
    }

    private IReadOnlyList<string>? Addresses(IReadOnlyList<string>? given)
    {
        if (given is null) return null;
        if (given.Count > KeyLimits.MostAddresses) _faults.Add(new("allowedIps", $"allowedIps may have {KeyLimits.MostAddresses} entries.", given.Count, null));
        var read = new List<string>();
        foreach (var (index, text) in given.Index())
        {
            var field = $"allowedIps[{index}]";
            if (AddressRange.TryRead(text, out var range)) read.Add(range.ToString());
            else _faults.Add(new(field, field + " must be an address or a network such as 203.0.113.7, 10.1.0.0/16 or 2001:db8::/32.", Shortened(text), null));
        }

        return read;
    }

    private long? Credits(string field, long? given)
    {
        if (given is < 0 or > CreditEndpoints.MaxCredits) _faults.Add(new(field, $"{field} must be a whole number from 0 to 1,000,000,000.", given, ["0 to 1000000000"]));
        return given;
    }

    // JSON can put a null where C# promises none.
    private static string? Shortened(string? text) => text?.Length > 100 ? text[..100] : text;
}
