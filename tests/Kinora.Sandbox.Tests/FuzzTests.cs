using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kinora.Sandbox.Tests.Fuzzing;
using Kinora.Sandbox.Tests.Matrix;

namespace Kinora.Sandbox.Tests;

/// <summary>
/// Malformed requests to every endpoint, with a valid key: always an envelope or a 4xx, never a fault of the server, never a hang. About 10,000 in all;
/// KINORA_FUZZ=10000 sends so many to each endpoint.
/// </summary>
public sealed class FuzzTests(FuzzTests.Sandbox sandbox) : IClassFixture<FuzzTests.Sandbox>
{
    private const int Seed = 20260101;
    private const int AllTogether = 10_000;
    private static readonly string? Long = Environment.GetEnvironmentVariable("KINORA_FUZZ");

    // Generous: it is there to end a hang, not to measure.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly string[] ServerFaults = ["Server exception, please try again later or contact customer service", "Internal server error"];

    public static TheoryData<string> Endpoints => [.. Endpoint.All.Select(endpoint => endpoint.Id)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Malformed_request_gets_an_envelope_or_a_4xx(string id)
    {
        var endpoint = sandbox.Real(Endpoint.All.Single(endpoint => endpoint.Id == id));
        var requests = new MalformedRequests(endpoint, Seed);
        var count = Long is null ? AllTogether / Endpoint.All.Count : int.Parse(Long, CultureInfo.InvariantCulture);
        var faults = new ConcurrentQueue<string>();
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Stop }, async (number, _) =>
        {
            using var request = requests.Draw(number);
            if (await FaultAsync(request, endpoint.SpeaksKie) is { } fault) faults.Enqueue($"{id} {number}: {fault}\n  {await TellAsync(request)}");
        });
        faults.Take(5).ShouldBeEmpty($"{faults.Count} of {count} went wrong.");

        // It still works afterwards.
        (await sandbox.Caller.GetAsync("/api/v1/chat/credit"))["code"]!.GetValue<int>().ShouldBe(200);
    }

    private async Task<string?> FaultAsync(HttpRequestMessage request, bool speaksKie)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(Patience);
        try
        {
            using var answer = await sandbox.Caller.Http.SendAsync(request, patience.Token);
            var body = await answer.Content.ReadAsByteArrayAsync(patience.Token);
            if ((int)answer.StatusCode is >= 400 and < 500) return null;
            if ((int)answer.StatusCode >= 500) return $"HTTP {(int)answer.StatusCode}";
            return !speaksKie || request.Method == HttpMethod.Head ? null : EnvelopeFault(answer.StatusCode, body);
        }
        catch (OperationCanceledException) when (!Stop.IsCancellationRequested)
        {
            return "no answer";
        }
        catch (HttpRequestException e)
        {
            return $"no answer: {e}";
        }
    }

    private static string? EnvelopeFault(HttpStatusCode status, byte[] body)
    {
        var text = Encoding.UTF8.GetString(body);
        try
        {
            var envelope = JsonElement.Parse(body);
            if (status != HttpStatusCode.OK || envelope.GetProperty("code").ValueKind != JsonValueKind.Number) return $"HTTP {(int)status}: {text}";
            return ServerFaults.Contains(envelope.GetProperty("msg").GetString()) ? text : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return $"no envelope: {text}";
        }
    }

    private static async Task<string> TellAsync(HttpRequestMessage request)
    {
        var body = request.Content is ByteArrayContent content ? Encoding.Latin1.GetString(await content.ReadAsByteArrayAsync(Stop)) : "";
        return $"{request.Method} {request.RequestUri} {request.Content?.Headers.ContentType} {body[..Math.Min(body.Length, 2000)]}";
    }

    /// <summary>One sandbox for all of them, with tasks to ask for and to continue.</summary>
    public sealed class Sandbox : IAsyncLifetime
    {
        private readonly MatrixMedia _media = new("http://[::1]:1/a.png", "http://[::1]:1/b.jpg", "http://[::1]:1/c.mp4", "http://[::1]:1/d.mp3");

        internal Caller Caller { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Caller = await Caller.StartAsync(options => (options.Render, options.Limits) = (SandboxRender.None, false));
            await using var inbox = await Inbox.StartAsync();
            await MatrixTakes.MakeAsync(new WireApi(Caller, inbox.Address), _media, inbox);
        }

        public ValueTask DisposeAsync() => Caller.DisposeAsync();

        /// <summary>Names tasks that exist, and adds a request for every mode of every model.</summary>
        internal Endpoint Real(Endpoint endpoint) => endpoint.With(
            text => text.Replace("task_kling-2.6_1765182425861", _media.Takes["grok-imagine"], StringComparison.Ordinal)
                .Replace("veo_task_abcdef123456", _media.Takes["veo"], StringComparison.Ordinal)
                .Replace("ee603959-debb-48d1-98c4-a6d1c717eba6", _media.Takes["runway"], StringComparison.Ordinal),
            from model in DocumentedModel.All
            where endpoint.Id == (model.Endpoint switch { "jobs" => "jobs.create", "runway-extend" => "runway.extend", var api => $"{api}.generate" })
            from mode in model.Modes
            from isGreatest in new[] { false, true }
            let input = new ModeRequest(model, mode, isGreatest, _media).Fill().Input
            select (model.Endpoint == "jobs" ? new JsonObject { ["model"] = model.Id, ["input"] = input } : input).ToJsonString());
    }
}
