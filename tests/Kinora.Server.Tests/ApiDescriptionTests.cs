using System.Text.Json.Nodes;
using Kinora.Core.Assets;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Kinora.Server.Tests;

public sealed class ApiDescriptionTests
{
    [Fact]
    public async Task Description_served_is_the_one_committed()
    {
        await using var app = KinoraServer.Build(new() { DataFolder = "", Urls = ["http://127.0.0.1:0"] }, StandIns);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };
        var served = JsonNode.Parse(await client.GetStringAsync("/openapi.json", TestContext.Current.CancellationToken))!.ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
        var path = Path.Combine(Repository, "docs", "openapi.json");
        if (Environment.GetEnvironmentVariable("KINORA_WRITE_OPENAPI") == "1") await File.WriteAllTextAsync(path, served, TestContext.Current.CancellationToken);
        (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ShouldBe(served, "Run the tests with KINORA_WRITE_OPENAPI=1 to rewrite it.");
    }

    private static void StandIns(IServiceCollection services)
    {
        foreach (var type in new[] { typeof(IGenerationStore), typeof(IAssetStore), typeof(IAssetIndex), typeof(AssetLibrary), typeof(GenerationAcceptor), typeof(GenerationSettler), typeof(EventFeed), typeof(ModelCatalog), typeof(GenerationCanceler) })
            services.AddSingleton(type, _ => throw new NotSupportedException());
        services.AddSingleton(System.Reflection.DispatchProxy.Create<IAccountStore, Absent>());
    }

    private static string Repository
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder!.FullName, "Kinora.slnx"))) folder = folder.Parent;
            return folder.FullName;
        }
    }
}

public class Absent : System.Reflection.DispatchProxy
{
    protected override object? Invoke(System.Reflection.MethodInfo? targetMethod, object?[]? args) => throw new NotSupportedException();
}
