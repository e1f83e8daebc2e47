using Kinora.Core;
using Kinora.Core.Providers.Accounts;
using Kinora.Core.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kinora.Sandbox.Tests;

/// <summary>Kinora's own engine as a caller of the sandbox.</summary>
internal sealed class Engine(ServiceProvider services, EngineDatabase database) : IAsyncDisposable
{
    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public static async Task<Engine> OpenAsync(Caller caller, string folder, bool budgeted = true)
    {
        var options = new CoreOptions
        {
            DataFolder = folder,
            CatalogFolder = Path.Combine(AppContext.BaseDirectory, "catalog"),
            ProviderAccounts = [new() { Id = "kie", Provider = ProviderNames.Kie, BaseUrl = caller.Http.BaseAddress!, Keys = ["sandbox"] }],
            Kie = new() { Live = false, Budgeted = budgeted },
        };
        var database = await EngineDatabase.OpenAsync(options, TimeProvider.System, NullLoggerFactory.Instance, TestContext.Current.CancellationToken);
        return new(new ServiceCollection().AddSingleton(new SecretProtection(text => text, text => text)).AddKinoraCore(options, database).BuildServiceProvider(), database);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }
}
