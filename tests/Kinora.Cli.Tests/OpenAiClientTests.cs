using System.Diagnostics;
using System.Text.Json.Nodes;
using Kinora.Testing;
using Kinora.Testing.Processes;

namespace Kinora.Cli.Tests;

/// <summary>OpenAI's own client (npm), told nothing but another base URL and key, against the real server process.</summary>
public sealed class OpenAiClientTests
{
    private const string Key = "a-key-of-the-owner";
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpenAIs_client_makes_downloads_remixes_lists_and_deletes_videos_and_knows_the_errors()
    {
        await using var server = await KinoraProcess.StartAsync(new KinoraLaunch(new Dictionary<string, string?> { ["KINORA_ADMIN_KEY"] = Key }), Stop);
        var seen = await RunAsync(new Uri(server.Url, "v1"));

        Texts(seen["created"]!, "object", "status", "model", "seconds", "size").ShouldBe(["video", "queued", "sora-2", "10", "720x1280"]);
        Texts(seen["notReady"]!, "kind", "code").ShouldBe(["ConflictError", "not_ready"]);
        Texts(seen["completed"]!, "status", "model").ShouldBe(["completed", "sora-2"]);
        seen["completed"]!["progress"]!.GetValue<int>().ShouldBe(100);
        seen["video"]!["length"]!.GetValue<int>().ShouldBeGreaterThan(1000);
        seen["video"]!["text"]!.GetValue<string>().ShouldContain("ftyp");
        seen["thumbnail"]!["text"]!.GetValue<string>().ShouldContain("WEBP");
        seen["pictured"]!.AsArray().Select(video => Texts(video!, "status")[0]).ShouldBe(["completed", "completed"]);
        Texts(seen["remix"]!, "remixed_from_video_id", "prompt").ShouldBe([seen["order"]![1]!.GetValue<string>(), "It comes back"]);
        seen["listed"]!.ToJsonString().ShouldBe(seen["order"]!.ToJsonString());
        Texts(seen["deleted"]!, "id", "object").ShouldBe([seen["order"]![0]!.GetValue<string>(), "video.deleted"]);
        Texts(seen["gone"]!, "kind", "code").ShouldBe(["NotFoundError", "not_found"]);
        seen["models"]!.AsArray().Select(id => id!.GetValue<string>()).ShouldContain("sora-2");
        Texts(seen["model"]!, "id", "object", "owned_by").ShouldBe(["sora-2", "model", "OpenAI"]);

        var errors = seen["errors"]!;
        Texts(errors["key"]!, "kind", "code").ShouldBe(["AuthenticationError", "invalid_api_key"]);
        Texts(errors["seconds"]!, "kind", "code", "param", "type").ShouldBe(["BadRequestError", "invalid_value", "seconds", "invalid_request_error"]);
        Texts(errors["model"]!, "kind", "code", "param").ShouldBe(["NotFoundError", "model_not_found", "model"]);
        Texts(errors["id"]!, "kind", "code").ShouldBe(["NotFoundError", "not_found"]);
    }

    private static async Task<JsonNode> RunAsync(Uri baseUrl)
    {
        var picture = Path.Combine(Path.GetTempPath(), $"kinora-kite-{Guid.NewGuid():N}.png");
        await File.WriteAllBytesAsync(picture, PlainPng.Of(320, 320), Stop);
        try
        {
            var script = Path.Combine(Checkout.Folder, "tests", "openai", "client.mjs");
            var start = new ProcessStartInfo("node", [script, baseUrl.AbsoluteUri, Key, picture])
            {
                UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
            };
            using var node = Process.Start(start)!;
            var errors = node.StandardError.ReadToEndAsync(Stop);
            var output = await node.StandardOutput.ReadToEndAsync(Stop);
            await node.WaitForExitAsync(Stop);
            node.ExitCode.ShouldBe(0, await errors + "Are its packages there (npm ci in tests/openai)?");
            return JsonNode.Parse(output)!;
        }
        finally
        {
            File.Delete(picture);
        }
    }

    private static string?[] Texts(JsonNode node, params string[] fields) => [.. fields.Select(field => node[field]?.GetValue<string>())];
}
