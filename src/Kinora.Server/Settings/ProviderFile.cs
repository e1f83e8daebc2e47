using System.Text.Json;
using System.Text.Json.Serialization;
using Kinora.Core.Providers.Accounts;

namespace Kinora.Server.Settings;

/// <summary>Reads the provider accounts of the configuration: the file of <see cref="SettingNames.Providers"/>, and the key of <see cref="SettingNames.ReplicateToken"/>.</summary>
internal static class ProviderFile
{
    private const string Variable = "env:";

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
        if (twice.Count > 0) read.Fault(SettingNames.Providers, null, $"an id of its own for each account, and '{string.Join("', '", twice)}' stands there, or in another setting, as well");
        return accounts;
    }

    private static IReadOnlyList<ProviderAccount> Parse(SettingReader read, string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var accounts = JsonSerializer.Deserialize(file, ProviderFileJson.Default.ProviderFileForm)?.Accounts ?? [];
            return [.. accounts.Select(account => account with
            {
                Keys = [.. account.Keys.Select(key => Resolved(read, key))],
                WebhookSecret = account.WebhookSecret is { } secret ? Resolved(read, secret) : null,
            })];
        }
        catch (JsonException e)
        {
            read.Fault(SettingNames.Providers, path, $"a file with {{\"accounts\":[…]}}: {e.Path ?? "$"} in line {e.LineNumber + 1} cannot be read as such");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            read.Fault(SettingNames.Providers, path, "a file that can be read");
        }

        return [];
    }

    // So that the file itself may lie where secrets may not.
    private static string Resolved(SettingReader read, string secret) =>
        secret.StartsWith(Variable, StringComparison.Ordinal) ? read.Text(secret[Variable.Length..]) ?? "" : secret;

    private static ProviderAccount Checked(SettingReader read, string setting, ProviderAccount account)
    {
        foreach (var fault in ProviderAccountRules.Faults(account))
            read.Fault(setting, null, $"accounts that can be used. {account.Id}, {fault.Field}: {fault.Message.TrimEnd('.')}{(fault.Given is { } given ? $" (it is '{given}')" : "")}");
        return account;
    }
}

/// <summary>The file of provider accounts.</summary>
internal sealed record ProviderFileForm(IReadOnlyList<ProviderAccount> Accounts);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(ProviderFileForm))]
internal sealed partial class ProviderFileJson : JsonSerializerContext;
