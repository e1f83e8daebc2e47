using System.Net;
using System.Text.Json.Nodes;

namespace Kinora.Server.Tests.OpenAi;

/// <summary>Reading OpenAI's answers.</summary>
internal static class OpenAiAnswers
{
    /// <summary>Checks that an answer is an error in OpenAI's shape, about this field.</summary>
    public static async Task<JsonNode> ShouldBeErrorAsync(this HttpResponseMessage answer, int status, string code, string? param = null)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(status, text);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/json");
        var error = JsonNode.Parse(text)!["error"]!.AsObject();
        error.Select(field => field.Key).ShouldBe(["message", "type", "param", "code"]);
        error.Text("message").ShouldNotBeNullOrWhiteSpace();
        (error.Text("code"), error["param"]?.GetValue<string>()).ShouldBe((code, param), text);
        if (status < 500) answer.Headers.GetValues("x-should-retry").ShouldBe(["false"]);
        return error;
    }

    /// <summary>Creates a video of JSON and answers with it.</summary>
    public static async Task<JsonNode> CreateAsync(this HttpClient client, string json)
    {
        var (status, video) = await client.PostAsync("/v1/videos", json);
        status.ShouldBe(HttpStatusCode.OK, video.ToJsonString());
        return video;
    }

    public static MultipartFormDataContent Form(params (string Name, string Text)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, text) in fields) form.Add(new StringContent(text), name);
        return form;
    }
}
