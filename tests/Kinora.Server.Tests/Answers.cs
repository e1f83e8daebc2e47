using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Kinora.Server.Tests;

/// <summary>Sending and reading JSON as a stranger would, without the typed client.</summary>
internal static class Answers
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(this HttpClient client, string path, string json) => client.SendJsonAsync("POST", path, json);

    public static Task<(HttpStatusCode Status, JsonNode Body)> PutAsync(this HttpClient client, string path, string json) => client.SendJsonAsync("PUT", path, json);

    public static async Task<(HttpStatusCode Status, JsonNode Body)> SendJsonAsync(this HttpClient client, string method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(new(method), path);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await client.SendAsync(request, Stop);
        return (answer.StatusCode, await answer.JsonAsync());
    }

    public static async Task<JsonNode> JsonAsync(this HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(Stop);
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    public static async Task<JsonNode> GetJsonAsync(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, Stop);
        var body = await answer.JsonAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, body.ToJsonString());
        return body;
    }

    /// <summary>Checks that an answer is problem details with this code.</summary>
    public static async Task<JsonNode> ShouldBeProblemAsync(this HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync(Stop);
        answer.StatusCode.ShouldBe(status, text);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        var problem = JsonNode.Parse(text)!;
        problem.Text("code").ShouldBe(code, text);
        problem["status"]!.GetValue<int>().ShouldBe((int)status);
        return problem;
    }

    public static string Text(this JsonNode node, string field) => node[field]?.GetValue<string>() ?? throw new KeyNotFoundException($"{field} is not in {node.ToJsonString()}");

    public static long Number(this JsonNode node, string field) => node[field]!.GetValue<long>();
}
