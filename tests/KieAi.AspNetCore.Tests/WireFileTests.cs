using System.Collections;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kinora.Testing;

namespace KieAi.AspNetCore.Tests;

/// <summary>The server reads the literal requests and writes the literal answers and callbacks; no code of the client is involved.</summary>
public sealed partial class WireFileTests
{
    /// <summary>Refusals that the server makes by itself, with what provokes them; all others come from the backend.</summary>
    private static readonly Dictionary<string, Action<HttpRequestMessage, TestBackend>> Provoked = new()
    {
        ["jobs/create.key.refusal.json"] = (request, _) => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "wrong"),
        ["jobs/create.unexplained.refusal.json"] = (_, backend) => backend.Fault = new InvalidOperationException("secret"),
        ["jobs/record.key.refusal.json"] = (request, _) => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "wrong"),
        ["jobs/record.parameter.refusal.json"] = (request, _) => request.RequestUri = new Uri("/api/v1/jobs/recordInfo", UriKind.Relative),
        ["files/base64.key.refusal.json"] = (request, _) => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "wrong"),
        ["files/base64.path.refusal.json"] = (request, _) => request.Content = Json("""{"base64Data":"AAAA"}"""),
        ["files/base64.base64.refusal.json"] = (request, _) => request.Content = Json("""{"base64Data":"?","uploadPath":"x"}"""),
        ["files/base64.server.refusal.json"] = (_, backend) => backend.Fault = new IOException("secret"),
        ["files/stream.path.refusal.json"] = (request, _) => request.Content = new MultipartFormDataContent { { new StringContent("x"), "file", "x" } },
        ["files/stream.verb.refusal.json"] = (request, _) => request.Method = HttpMethod.Put,
        ["files/url.path.refusal.json"] = (request, _) => request.Content = Json("""{"fileUrl":"https://example.com/fox.png"}"""),
        ["services/generate.prompt.refusal.json"] = (request, _) => request.Content = Json("""{"prompt":"too short"}"""),
        ["services/generate.image.refusal.json"] = (request, _) => request.Content = Json("""{"prompt":"long enough","imageUrl":"photo.jpg"}"""),
    };

    public static TheoryData<string> Calls => [.. WireFiles.Calls("server").Select(row => row.Word("id"))];

    public static TheoryData<string> Callbacks => [.. WireFiles.Callbacks("server").Select(row => row.Word("id"))];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_is_read_and_answered_letter_by_letter(string id)
    {
        var row = WireFiles.Calls("server").Single(row => row.Word("id") == id);
        await using var host = await KieHost.StartAsync();
        string?[] requests = [.. row.Named("request", "requestVariants")];
        if (requests is []) requests = [null];
        string[] answers = [.. row.Named("answers")];
        answers.ShouldNotBeEmpty();
        foreach (var (request, answer) in Pairs(requests, answers))
        {
            WireValues.ByFile[answer](host.Backend);
            (await host.SendAsync(Request(row, request))).ShouldBeJson(WireFiles.Text(answer));
            Describe(host.Backend.Asked).ShouldBe(Describe(Expected(row, request)), request ?? id);
        }
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Refusal_is_told_letter_by_letter(string id)
    {
        var row = WireFiles.Calls("server").Single(row => row.Word("id") == id);
        await using var host = await KieHost.StartAsync();
        foreach (var file in row.Named("refusals"))
        {
            var request = Request(row, row.Named("request").SingleOrDefault());
            var refusal = JsonElement.Parse(WireFiles.Bytes(file));
            host.Backend.Fault = null;
            host.Backend.Refusal = Provoked.ContainsKey(file) ? null : (refusal.GetProperty("code").GetInt32(), refusal.GetProperty("msg").GetString()!);
            Provoked.GetValueOrDefault(file)?.Invoke(request, host.Backend);
            (await host.SendAsync(request)).ShouldBeJson(WireFiles.Text(file));
        }
    }

    [Theory]
    [MemberData(nameof(Callbacks))]
    public void Callback_is_written_letter_by_letter(string id)
    {
        var bodies = WireFiles.Callbacks("server").Single(row => row.Word("id") == id).Named("bodies").ToList();
        bodies.ShouldNotBeEmpty();
        foreach (var file in bodies) Encoding.UTF8.GetString(WireValues.Callbacks[file]()).ShouldBeJson(WireFiles.Text(file));
    }

    /// <summary>Every request with some answer, and every answer to some request.</summary>
    private static IEnumerable<(string? Request, string Answer)> Pairs(string?[] requests, string[] answers) =>
        Enumerable.Range(0, Math.Max(requests.Length, answers.Length)).Select(i => (requests[i % requests.Length], answers[i % answers.Length]));

    private static object? Expected(JsonElement row, string? request) =>
        WireRequests.ByRow.TryGetValue(row.Word("id"), out var asked) ? asked
        : request is null ? row.GetProperty("query").EnumerateObject().Single().Value.GetString()
        : WireRequests.ByFile[request] is KieServiceRequest service ? (row.Word("path").Split('/')[3], service)
        : WireRequests.ByFile[request];

    private static HttpRequestMessage Request(JsonElement row, string? file)
    {
        var request = new HttpRequestMessage(new HttpMethod(row.Word("method")), row.Word("path") + row.Query());
        if (file is null) return request;
        request.Content = new ByteArrayContent(WireFiles.Bytes(file));
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(row.Word("contentType", "application/json"));
        return request;
    }

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    /// <summary>All that a request says, as text: records have lists and JSON in them, which do not compare by value.</summary>
    private static string Describe(object? value) => value switch
    {
        null => "null",
        string text => UniqueName().Replace(text, "*"),
        JsonNode node => node.ToJsonString(),
        JsonElement element => element.GetRawText(),
        IDictionary<string, JsonElement> fields => string.Join(", ", fields.OrderBy(field => field.Key).Select(field => $"{field.Key}: {field.Value.GetRawText()}")),
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Describe))}]",
        ValueType and not System.Runtime.CompilerServices.ITuple => value.ToString()!,
        System.Runtime.CompilerServices.ITuple tuple => string.Join("; ", Enumerable.Range(0, tuple.Length).Select(i => Describe(tuple[i]))),
        _ => $"{value.GetType().Name} {string.Join("\n", value.GetType().GetProperties().Select(property => $"{property.Name}={Describe(property.GetValue(value))}"))}",
    };

    [GeneratedRegex("^[0-9a-f]{32}$", RegexOptions.None, 1000)]
    private static partial Regex UniqueName();
}
