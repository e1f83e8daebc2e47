using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Kinora.Client;
using Kinora.Core.Providers.Accounts;
using Kinora.Server.Wire;

namespace Kinora.Server.Settings;

/// <summary>Reads the provider accounts of the configuration: the file of <see cref="SettingNames.Providers"/>, and the key of <see cref="SettingNames.ReplicateToken"/>.</summary>
internal static class ProviderFile
{
    private const string Variable = "env:";
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static IReadOnlyList<ProviderAccount> Read(SettingReader read)
    {
        List<ProviderAccount> accounts = [];
        if (read.Secret(SettingNames.ReplicateToken) is { } token)
        {
            accounts.Add(Checked(read, SettingNames.ReplicateWebhookSecret, new()
            {
                Id = ProviderNames.Replicate, Provider = ProviderNames.Replicate, Keys = [token], WebhookSecret = read.Secret(SettingNames.ReplicateWebhookSecret),
            }));
        }

        if (read.Text(SettingNames.Providers) is { } path) accounts.AddRange(Parse(read, Path.GetFullPath(path)).Select(account => Checked(read, SettingNames.Providers, account)));
        var twice = accounts.Select(account => account.Id).Append(read.Text(SettingNames.KieApiKey) is null ? "" : ProviderNames.Kie)
            .CountBy(id => id).Where(one => one.Value > 1).Select(one => one.Key).ToList();
        if (twice.Count > 0)
            read.Fault(SettingNames.Providers, null, $"an id of its own for each account, and '{string.Join("', '", twice)}' stands there, or in another setting, as well");
        return accounts;
    }

    private static IReadOnlyList<ProviderAccount> Parse(SettingReader read, string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var entries = JsonNode.Parse(file, documentOptions: Lenient) is JsonObject whole && whole["accounts"] is JsonArray list
                ? list
                : throw new JsonException("It has no list of accounts.");
            return [.. entries.Select((entry, index) => Entry(read, entry, $"accounts[{index}]"))];
        }
        catch (JsonException e)
        {
            read.Fault(SettingNames.Providers, path, $"a file with {{\"accounts\":[…]}}: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            read.Fault(SettingNames.Providers, path, "a file that can be read");
        }

        return [];
    }

    private static ProviderAccount Entry(SettingReader read, JsonNode? entry, string place)
    {
        if (entry is not JsonObject fields || fields["id"] is not JsonValue given || !given.TryGetValue<string>(out var id)) throw new JsonException($"{place} has no id.");
        fields.Remove("id");
        try
        {
            var account = fields.Deserialize(ProviderFileJson.Default.ProviderAccountRequest)!.ToAccount(id, before: null);
            return account with
            {
                Keys = [.. account.Keys.Select(key => Resolved(read, key))],
                WebhookSecret = account.WebhookSecret is { } secret ? Resolved(read, secret) : null,
            };
        }
        catch (JsonException e)
        {
            throw new JsonException($"{place}{e.Path?.TrimStart('$')} cannot be read, or there is no such field.", e);
        }
    }

    // So that the file itself may lie where secrets may not.
    private static string Resolved(SettingReader read, string secret) =>
        secret.StartsWith(Variable, StringComparison.Ordinal) ? read.Text(secret[Variable.Length..]) ?? "" : secret;

    private static ProviderAccount Checked(SettingReader read, string setting, ProviderAccount account)
    {
        foreach (var fault in ProviderAccountRules.Faults(account))
            read.Fault(setting, null,
                $"accounts that can be used. {account.Id}, {fault.Field}: {fault.Message.TrimEnd('.')}{(fault.Given is { } given ? $" (it is '{given}')" : "")}");
        return account;
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ProviderAccountRequest))]
internal sealed partial class ProviderFileJson : JsonSerializerContext;
