using KieAi.AspNetCore;

namespace Kinora.Sandbox.Tasks;

/// <summary>Posts the callback of a finished task and counts the tries.</summary>
/// <remarks>Unlike inputs, callbacks may go to any address: the program under test usually listens on loopback.</remarks>
internal sealed class TaskCallbacks(TaskWords words, SandboxAccount account, TimeProvider time, string? hmacKey) : IDisposable
{
    private readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = false, UseProxy = false, UseCookies = false };

    /// <summary>Answers how many tries it took, and whether the receiver took it at last.</summary>
    public async Task<(int Tries, bool Taken)> SendAsync(SandboxTask task, CancellationToken cancellationToken)
    {
        var body = task.Endpoint switch
        {
            TaskApi.Veo => KieCallbackBody.From(words.Veo(task)),
            TaskApi.Runway or TaskApi.RunwayExtend => KieCallbackBody.From(words.Runway(task)),
            TaskApi.Aleph => KieCallbackBody.From(words.Aleph(task)),
            TaskApi.Modify => KieCallbackBody.From(words.Modify(task)),
            _ => KieCallbackBody.From(words.Jobs(task), account.Balance),
        };
        using var tries = new CountingHandler(_handler);
        using var http = new HttpClient(tries, disposeHandler: false);
        var taken = await new KieCallbackSender(http, time, hmacKey).SendAsync(new Uri(task.CallBackUrl!), task.TaskId, body, cancellationToken);
        return (tries.Count, taken);
    }

    public void Dispose() => _handler.Dispose();

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
