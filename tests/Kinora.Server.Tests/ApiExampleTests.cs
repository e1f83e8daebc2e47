using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Kinora.Client;
using Kinora.Server.Problems;

namespace Kinora.Server.Tests;

/// <summary>The examples of the API's description hold: answers are what clients read, and requests are taken.</summary>
public sealed class ApiExampleTests
{
    private static readonly JsonObject Document = JsonNode.Parse(File.ReadAllText(Repository.Path("docs", "openapi.json")))!.AsObject();

    private static readonly JsonSerializerOptions Strict = new(KinoraJsonContext.Default.Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        PropertyNameCaseInsensitive = false,
    };

    /// <summary>What names things that only exist in the example, or would be asked for elsewhere.</summary>
    private static readonly string[] NotSent = ["uploadAsset", "joinClips", "putProviderAccount", "generateGroup", "enhancePrompt", "setPassword"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private sealed record Operation(string Method, string Path, JsonNode Description)
    {
        public string Id => Description.Text("operationId");
        public JsonNode? Request => Description["requestBody"]?["content"]?["application/json"];
    }

    [Fact]
    public void Every_request_and_every_answer_has_an_example()
    {
        foreach (var operation in Operations())
        {
            if (operation.Request is { } request) Examples(request).ShouldNotBeEmpty(operation.Id);
            foreach (var (status, answer) in operation.Description["responses"]!.AsObject())
            {
                var json = answer!["content"]?["application/json"] ?? answer["content"]?["application/problem+json"];
                if (json is not null) Examples(json).ShouldNotBeEmpty($"{operation.Id} {status}");
            }
        }
    }

    [Fact]
    public void Examples_are_what_clients_read_and_leave_nothing_out_that_is_always_there()
    {
        foreach (var (where, body) in Operations().SelectMany(Bodies))
        {
            var schema = body["schema"]?["$ref"]?.GetValue<string>().Split('/')[^1];
            if (typeof(Problem).Assembly.GetType("Kinora.Client." + schema) is not { } type) continue;
            foreach (var example in Examples(body))
            {
                var again = JsonSerializer.SerializeToNode(JsonSerializer.Deserialize(example, type, Strict), type, Strict);
                if (type.Name.EndsWith("Request", StringComparison.Ordinal)) continue;
                JsonNode.DeepEquals(again, example).ShouldBeTrue($"{where}: {example.ToJsonString()} is not {again!.ToJsonString()}");
            }
        }
    }

    [Fact]
    public void Examples_of_errors_have_the_status_and_the_title_of_their_code()
    {
        foreach (var operation in Operations())
        {
            foreach (var (status, answer) in operation.Description["responses"]!.AsObject())
            {
                if (answer!["content"]?["application/problem+json"] is not { } problem) continue;
                foreach (var example in Examples(problem))
                {
                    example.Text("title").ShouldBe(ProblemCodes.Title(example.Text("code")), operation.Id);
                    example["status"]!.ToString().ShouldBe(status, operation.Id);
                }
            }
        }
    }

    [Fact]
    public async Task Requests_of_the_examples_are_taken()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        foreach (var operation in Operations().Where(operation => operation.Request is not null && !NotSent.Contains(operation.Id)))
        {
            var path = operation.Path.Replace("/accounts/{id}", "/accounts/owner", StringComparison.Ordinal).Replace("{id}", "none", StringComparison.Ordinal);
            foreach (var example in Examples(operation.Request!))
            {
                using var request = new HttpRequestMessage(new(operation.Method.ToUpperInvariant()), path)
                {
                    Content = new StringContent(example.ToJsonString(), Encoding.UTF8, "application/json"),
                };
                using var answer = await client.SendAsync(request, Stop);
                var said = $"{operation.Id}: {await answer.Content.ReadAsStringAsync(Stop)}";
                // What is not there is looked for only after the body was read and found to be right.
                if (path.Contains("none", StringComparison.Ordinal) || operation.Id == "syncTask") answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, said);
                else answer.IsSuccessStatusCode.ShouldBeTrue(said);
            }
        }
    }

    private static IEnumerable<Operation> Operations() => Document["paths"]!.AsObject()
        .SelectMany(path => path.Value!.AsObject().Select(operation => new Operation(operation.Key, path.Key, operation.Value!)));

    private static IEnumerable<(string Where, JsonNode Body)> Bodies(Operation operation)
    {
        if (operation.Request is { } request) yield return (operation.Id, request);
        foreach (var (status, answer) in operation.Description["responses"]!.AsObject())
            foreach (var (_, body) in answer!["content"]?.AsObject() ?? [])
                if (body is not null) yield return ($"{operation.Id} {status}", body);
    }

    private static JsonNode[] Examples(JsonNode body) => [.. (body["examples"]?.AsObject() ?? [])
        .Select(example => Document["components"]!["examples"]![example.Value!.Text("$ref").Split('/')[^1]]!["value"]!)];
}
