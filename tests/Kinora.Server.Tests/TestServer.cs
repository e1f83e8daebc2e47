using System.Net.Http.Headers;
using Kinora.Core.Providers;
using Kinora.Server.Hosting;
using Kinora.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Kinora.Server.Tests;

/// <summary>The real server on a port of its own: Kestrel, SQLite and the engine, with a scripted provider behind it.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    public const string Key = "key-of-the-owner";
    private readonly KinoraHost _host;
    private readonly string? _ownFolder;

    private TestServer(KinoraHost host, ScriptedProvider provider, string? ownFolder) => (_host, Provider, _ownFolder) = (host, provider, ownFolder);

    public ScriptedProvider Provider { get; }
    public Uri Url => _host.Url;
    public Uri Local => _host.Local;
    public IServiceProvider Services => _host.Services;
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="folder">Kept when named; otherwise a new one that is removed at the end.</param>
    public static async Task<TestServer> StartAsync(
        Func<KinoraOptions, KinoraOptions>? with = null, TimeProvider? time = null, string? folder = null)
    {
        var ownFolder = folder is null ? Directory.CreateTempSubdirectory("kinora-test-").FullName : null;
        var provider = new ScriptedProvider();
        var options = new KinoraOptions
        {
            Urls = ["http://127.0.0.1:0"],
            DataFolder = folder ?? ownFolder!,
            CatalogFolder = Repository.Path("catalog"),
            StudioFolder = Path.Combine(folder ?? ownFolder!, "no-studio"),
            AdminKey = Key,
            Kie = new() { ApiKey = "test", BaseUrl = new("http://127.0.0.1:1"), UploadBaseUrl = new("http://127.0.0.1:1") },
        };
        try
        {
            var host = await KinoraHost.StartAsync(with?.Invoke(options) ?? options, time ?? TimeProvider.System, Configure, Stop);
            return new(host, provider, ownFolder);
        }
        catch
        {
            Remove(ownFolder);
            throw;
        }

        void Configure(IServiceCollection services) => services.AddSingleton<IGenerationProvider>(provider);
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
