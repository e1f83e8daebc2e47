using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kinora.Server.Tests;

public sealed class ApiDescriptionTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Description_served_is_the_one_committed()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient(key: null);
        var served = JsonNode.Parse(await client.GetStringAsync("/openapi.json", Stop))!.ToJsonString(Readable) + "\n";
        var path = Repository.Path("docs", "openapi.json");
        if (Environment.GetEnvironmentVariable("KINORA_WRITE_OPENAPI") == "1") await File.WriteAllTextAsync(path, served, Stop);
        (await File.ReadAllTextAsync(path, Stop)).ShouldBe(served, "Run the tests with KINORA_WRITE_OPENAPI=1 to rewrite it.");
    }

    [Fact]
    public async Task Description_names_every_operation_once_and_says_how_each_can_fail()
    {
        var document = JsonNode.Parse(await File.ReadAllTextAsync(Repository.Path("docs", "openapi.json"), Stop))!;
        document.Text("openapi").ShouldStartWith("3.1");
        var operations = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => operation.Value!)).ToArray();
        operations.Select(operation => operation.Text("operationId")).ShouldBeUnique();
        foreach (var operation in operations.Where(o => o["security"] is not null))
            operation["responses"]!["401"]!["content"]!["application/problem+json"]!["schema"]!.Text("$ref").ShouldEndWith("/Problem");
    }
}
