using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Kinora.Core.Providers;
using Kinora.Core.Providers.Accounts;
using Kinora.Core.Tests.Providers;
using Kinora.Testing.Providers;

namespace Kinora.Sandbox.Tests;

/// <summary>KIE.ai's provider, against the sandbox in its place.</summary>
public sealed class KieComplianceTests : ProviderCompliance
{
    private readonly ConcurrentQueue<string> _asked = [];
    private Caller? _caller;
    private IGenerationProvider? _provider;

    protected override IGenerationProvider Provider => _provider!;

    protected override int CreateCalls => _asked.Count(path => path.EndsWith("createTask", StringComparison.Ordinal));

    protected override async Task<int> MadeAsync() => (await _caller!.GetAsync("/sandbox/tasks"))["tasks"]!.AsArray().Count;

    protected override TimeSpan? ComeAgain => null;

    protected override bool CanCancel => false;

    protected override string? CallbackPath => "/api/webhooks/kie";

    protected override ProviderSubmission Submission { get; } = Asking("a kite");

    public override async ValueTask InitializeAsync()
    {
        _caller = await Caller.StartAsync(options => (options.Render, options.Limits, options.Keys) = (SandboxRender.None, false, [Key, "sandbox"]));
        _provider = At(_caller.Http.BaseAddress!);
    }

    public override ValueTask DisposeAsync() => _caller!.DisposeAsync();

    protected override Uri Server => _caller!.Http.BaseAddress!;

    protected override IGenerationProvider With(Uri address, IReadOnlyList<string> keys) => TestProviders.Kie(
        new() { Id = "kie", Provider = ProviderNames.Kie, BaseUrl = address, Keys = keys }, asked => _asked.Enqueue(asked.AbsolutePath), Clock);

    protected override Task<SubmissionOutcome> SubmitAsync(WireFault fault) => Provider.SubmitAsync(
        Asking(fault switch
        {
            WireFault.Lost => "[[lost-answer]]",
            WireFault.Truncated => "[[truncated]]",
            WireFault.Html502 => "[[html-502]]",
            _ => "a kite",
        }),
        Stop);

    protected override Task<SubmissionOutcome> RefuseAsync(int status) => Provider.SubmitAsync(Asking($"[[refuse:{status}]]"), Stop);

    protected override async Task<string> BringToAsync(Stand stand)
    {
        var (prompt, state) = stand switch
        {
            Stand.Made => ("a kite", "success"),
            Stand.Failed => ("[[fail:501:It broke.]]", "fail"),
            Stand.UnknownWord => ("[[unknown-state]] [[stuck]]", "generating"),
            Stand.Expired => ("[[expired-url]]", "success"),
            _ => ("[[stuck]]", "generating"),
        };
        var id = (await Provider.SubmitAsync(Asking(prompt), Stop)).ShouldBeOfType<SubmissionOutcome.Accepted>().TaskId;
        await _caller!.UntilAsync(id, state);
        return id;
    }

    protected override async Task<byte[]> ArrivedAsync(byte[] content)
    {
        var address = await Provider.UploadAsync("a picture.png", "image/png", new MemoryStream(content), Stop);
        return await _caller!.Http.GetByteArrayAsync(address, Stop);
    }

    private static ProviderSubmission Asking(string prompt) => new(
        "jobs", "kling-2.6/text-to-video", new JsonObject { ["prompt"] = prompt, ["duration"] = "5", ["aspect_ratio"] = "1:1", ["sound"] = false }, null);
}
