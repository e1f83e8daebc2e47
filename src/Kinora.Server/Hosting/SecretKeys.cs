using System.Security.Cryptography;
using System.Xml.Linq;
using Kinora.Core.Providers.Accounts;
using Kinora.Core.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kinora.Server.Hosting;

/// <summary>Protects stored secrets by the framework's Data Protection. Its keys lie in the data folder, or in the database that nodes share.</summary>
internal static class SecretKeys
{
    private const string Application = "kinora", ProviderKeys = "provider-keys";

    public static IServiceCollection AddKinoraSecrets(this IServiceCollection services, KinoraOptions options)
    {
        var protection = services.AddDataProtection().SetApplicationName(Application);
        if (options.Database is null) protection.PersistKeysToFileSystem(new(Path.Combine(options.DataFolder, "keys")));
        else services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            management => management.XmlRepository = new InDatabase(provider.GetRequiredService<DataKeyStore>())));
        return services.AddSingleton(provider =>
        {
            var protector = provider.GetRequiredService<IDataProtectionProvider>().CreateProtector(ProviderKeys);
            return new SecretProtection(protector.Protect, text => Unprotect(protector, text));
        });
    }

    private static string? Unprotect(IDataProtector protector, string text)
    {
        try
        {
            return protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // The framework asks at the first use and then about once a day, and cannot wait otherwise.
    private sealed class InDatabase(DataKeyStore store) : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements() =>
            [.. store.ReadAsync(CancellationToken.None).GetAwaiter().GetResult().Select(XElement.Parse)];

        public void StoreElement(XElement element, string friendlyName) =>
            store.AddAsync(friendlyName, element.ToString(SaveOptions.DisableFormatting), CancellationToken.None).GetAwaiter().GetResult();
    }
}
