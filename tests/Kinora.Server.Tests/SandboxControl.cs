using System.Net;
using System.Text.Json.Nodes;
using Kinora.Server.Hosting;
using Kinora.Testing;

namespace Kinora.Server.Tests;

/// <summary>Tells the sandbox inside a server what to do next.</summary>
internal sealed class SandboxControl : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="dataFolder">Of the server, which notes the sandbox's port there.</param>
    public SandboxControl(string dataFolder) => _http = new()
    {
        BaseAddress = new($"http://127.0.0.1:{File.ReadAllText(Path.Combine(dataFolder, "sandbox.port"))}"),
        DefaultRequestHeaders = { Authorization = new("Bearer", EngineSettings.SandboxKey) },
    };

    public void Dispose() => _http.Dispose();

    /// <summary>Sets the balance of its account.</summary>
    public async Task SetCreditsAsync(int credits) => (await AskAsync("credits", new() { ["credits"] = credits })).ShouldBe(HttpStatusCode.OK);

    /// <summary>Moves its time on; its own waits are by timers, which a jumping clock does not reach.</summary>
    public async Task AdvanceAsync(string time) => (await AskAsync("clock", new() { ["advance"] = time })).ShouldBe(HttpStatusCode.OK);

    /// <summary>Puts a model, or <c>*</c> for all others, in a state.</summary>
    public async Task SetModelAsync(string model, string state) =>
        (await _http.PutAsync("/sandbox/models", new JsonObject { ["model"] = model, ["state"] = state }.ToJsonString())).Status.ShouldBe(HttpStatusCode.OK);

    /// <summary>Sends the callback of its one task, again or at last, as soon as that is done.</summary>
    public async Task CallBackAsync()
    {
        var id = (await _http.GetJsonAsync("/sandbox/tasks"))["tasks"]!.AsArray().ShouldHaveSingleItem()!.Text("taskId");
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var tries = 0; tries < 600; tries++)
        {
            if (await AskAsync("callbacks", new() { ["taskId"] = id }) is HttpStatusCode.Accepted) return;
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"{id} is not done.");
    }

    private async Task<HttpStatusCode> AskAsync(string what, JsonObject body) => (await _http.PostAsync("/sandbox/" + what, body.ToJsonString())).Status;
}
