using System.Net.Http.Headers;
using Kinora.Core.Providers;
using Kinora.Sandbox;
using Kinora.Server.Hosting;
using Kinora.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kinora.Server.Tests;

/// <summary>The real server on a port of its own: Kestrel, SQLite and the engine, with a scripted provider behind it.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    public const string Key = "key-of-the-owner";
    private readonly KinoraHost _host;
    private readonly string? _ownFolder;

    private readonly ScriptedProvider? _provider;

    private TestServer(KinoraHost host, ScriptedProvider? provider, string? ownFolder) => (_host, _provider, _ownFolder) = (host, provider, ownFolder);

    public ScriptedProvider Provider => _provider ?? throw new InvalidOperationException("The sandbox is its provider.");
    public Uri Url => _host.Url;
    public Uri Local => _host.Local;
    public IServiceProvider Services => _host.Services;
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="folder">Kept when named; otherwise a new one that is removed at the end.</param>
    /// <param name="configure">Replaces services.</param>
    public static Task<TestServer> StartAsync(
        Func<KinoraOptions, KinoraOptions>? with = null, TimeProvider? time = null, string? folder = null, Action<IServiceCollection>? configure = null)
    {
        var kie = new KieOptions { ApiKey = "test", BaseUrl = new("http://127.0.0.1:1"), UploadBaseUrl = new("http://127.0.0.1:1") };
        return BeginAsync(options => With(with, options with { Kie = kie }), new ScriptedProvider(), time, folder, configure);
    }

    /// <summary>With the sandbox inside, as without a key; what it makes is small and made at once.</summary>
    public static Task<TestServer> WithSandboxAsync(Func<KinoraOptions, KinoraOptions>? with = null, TimeProvider? time = null, string? folder = null) =>
        BeginAsync(options => With(with, options with { SandboxSpeed = 0, SandboxRender = SandboxRender.Fast, SandboxLimits = false }), null, time, folder);

    private static KinoraOptions With(Func<KinoraOptions, KinoraOptions>? with, KinoraOptions options) => with?.Invoke(options) ?? options;

    private static async Task<TestServer> BeginAsync(
        Func<KinoraOptions, KinoraOptions> with, ScriptedProvider? provider, TimeProvider? time, string? folder, Action<IServiceCollection>? configure = null)
    {
        var ownFolder = folder is null ? Directory.CreateTempSubdirectory("kinora-test-").FullName : null;
        var options = new KinoraOptions
        {
            Urls = ["http://127.0.0.1:0"],
            DataFolder = folder ?? ownFolder!,
            CatalogFolder = Repository.Path("catalog"),
            StudioFolder = Path.Combine(folder ?? ownFolder!, "no-studio"),
            AdminKey = Key,
            KeyRate = null,
            IpRate = null,
        };
        try
        {
            return new(await KinoraHost.StartAsync(with(options), time ?? TimeProvider.System, Configure, Stop), provider, ownFolder);
        }
        catch
        {
            Remove(ownFolder);
            throw;
        }

        void Configure(IServiceCollection services)
        {
            configure?.Invoke(services);
            if (provider is not null) services.RemoveAll<ProviderPool>().AddSingleton(new ProviderPool([provider]));
        }
    }

    /// <summary>A client without cookies and redirects; with the owner's key unless another, or null for none, is given.</summary>
    public HttpClient CreateClient(string? key = Key)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Url };
        if (key is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    public Task<Uri> NewSignInLinkAsync() => _host.NewSignInLinkAsync(Stop);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Remove(_ownFolder);
    }

    private static void Remove(string? folder)
    {
        if (folder is not null) Directory.Delete(folder, recursive: true);
    }
}
