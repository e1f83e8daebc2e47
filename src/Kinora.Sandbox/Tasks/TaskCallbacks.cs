using KieAi.AspNetCore;

namespace Kinora.Sandbox.Tasks;

/// <summary>Posts the callback of a finished task and counts the tries.</summary>
/// <remarks>Unlike inputs, callbacks may go to any address: the program under test usually listens on loopback.</remarks>
/// <param name="time">The system's: whoever checks a signature has no other.</param>
internal sealed class TaskCallbacks(TaskWords words, SandboxAccount account, TimeProvider time, string? hmacKey) : IDisposable
{
    private readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = false, UseProxy = false, UseCookies = false };

    /// <summary>Answers how many tries it took, and whether the receiver took it at last.</summary>
    public async Task<(int Tries, bool Taken)> SendAsync(SandboxTask task, CancellationToken cancellationToken)
    {
        using var tries = new CountingHandler(_handler);
        using var http = new HttpClient(tries, disposeHandler: false);
        var (taskId, body) = Tell(task);
        var taken = await new KieCallbackSender(http, time, hmacKey).SendAsync(new Uri(task.CallBackUrl!), taskId, body, cancellationToken);
        return (tries.Count, taken);
    }

    public void Dispose() => _handler.Dispose();

    // The id in the body, which is signed, and the body.
    private (string TaskId, byte[] Body) Tell(SandboxTask task) => task.Api switch
    {
        TaskApi.Veo => (task.TaskId, KieCallbackBody.From(words.Veo(task))),
        TaskApi.VeoUpgrade => (task.Input.Source!, KieCallbackBody.From(words.Veo4k(task))),
        TaskApi.Runway => (task.TaskId, KieCallbackBody.From(words.Runway(task))),
        TaskApi.Aleph => (task.TaskId, KieCallbackBody.From(words.Aleph(task))),
        TaskApi.Modify => (task.TaskId, KieCallbackBody.From(words.Modify(task))),
        TaskApi.Service => (task.TaskId, KieCallbackBody.From(KieServiceTask.From(words.Jobs(task)))),
        _ => (task.TaskId, KieCallbackBody.From(words.Jobs(task), account.Balance)),
    };

    private sealed class CountingHandler(HttpMessageHandler next) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _next = new(next, disposeHandler: false);

        public int Count { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            return _next.SendAsync(request, cancellationToken);
        }

        protected override void Dispose(bool disposing)
        {
            _next.Dispose();
            base.Dispose(disposing);
        }
    }
}
