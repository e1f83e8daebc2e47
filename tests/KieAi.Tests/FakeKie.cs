using System.Net;
using System.Text;

namespace KieAi.Tests;

/// <summary>Stands in for the wire: keeps what was sent and answers as told.</summary>
internal sealed class FakeKie(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    public const string Key = "sk-kie-0123456789abcdef";

    public FakeKie(string body, HttpStatusCode status = HttpStatusCode.OK)
        : this((_, _) => Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8) })) { }

    public HttpRequestMessage? Request { get; private set; }

    public string? Body { get; private set; }

    public int Calls { get; private set; }

    public static FakeKie Throwing(Exception exception) => new((_, _) => Task.FromException<HttpResponseMessage>(exception));

    public KieClient Client(TimeProvider? time = null) => new(new HttpClient(this), new KieClientOptions { ApiKey = Key }, time);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Calls++;
        Request = request;
        Body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        return await answer(request, cancellationToken);
    }
}

/// <summary>The calls that every fault is tried on.</summary>
internal static class Calls
{
    public static Task<string> CreateAsync(KieClient client) =>
        client.CreateTaskAsync(new KieCreateTaskRequest { Model = "kling-2.6/text-to-video" }, TestContext.Current.CancellationToken);

    public static Task<KieTask> GetAsync(KieClient client) => client.GetTaskAsync("281e5b0f39b9", TestContext.Current.CancellationToken);

    public static Task<KieException> CreateFaultAsync(FakeKie kie, TimeProvider? time = null) =>
        Should.ThrowAsync<KieException>(() => CreateAsync(kie.Client(time)));

    public static Task<KieException> GetFaultAsync(FakeKie kie) => Should.ThrowAsync<KieException>(() => GetAsync(kie.Client()));
}
