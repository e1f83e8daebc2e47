using System.Text.Json.Nodes;
using Kinora.Core.Providers;
using Kinora.Core.Providers.Accounts;
using Kinora.Testing.Providers;

namespace Kinora.Core.Tests.Providers;

public sealed class OpenAiVideosComplianceTests : ProviderCompliance
{
    private IGenerationProvider? _provider;
    private FakeVideosServer? _videos;

    protected override IGenerationProvider Provider => _provider!;

    protected override int CreateCalls => Videos.Server.Calls.Count(call => call.StartsWith("POST", StringComparison.Ordinal));

    protected override Task<int> MadeAsync() => Task.FromResult(Videos.Made.Count);

    protected override TimeSpan? ComeAgain => TimeSpan.FromSeconds(20);

    protected override bool CanCancel => false;

    protected override string? CallbackPath => null;

    protected override ProviderSubmission Submission { get; } =
        new("videos", FakeVideosServer.Model, new JsonObject { ["prompt"] = "a kite", ["seconds"] = "8" }, null);

    private FakeVideosServer Videos => _videos!;

    public override async ValueTask InitializeAsync()
    {
        _videos = await FakeVideosServer.StartAsync(Key, Clock, Stop);
        _provider = At(_videos.Server.Address);
    }

    public override ValueTask DisposeAsync() => Videos.DisposeAsync();

    protected override Uri Server => Videos.Server.Address;

    protected override IGenerationProvider With(Uri address, IReadOnlyList<string> keys) =>
        TestProviders.Connect(new() { Id = "videos", Provider = ProviderNames.OpenAiVideos, BaseUrl = address, Keys = keys }, Clock);

    protected override Task<SubmissionOutcome> SubmitAsync(WireFault fault)
    {
        Videos.Server.Fault = fault;
        return Provider.SubmitAsync(Submission, Stop);
    }

    protected override Task<SubmissionOutcome> RefuseAsync(int status)
    {
        switch (status)
        {
            case 401:
                return With(Server, ["another"]).SubmitAsync(Submission, Stop);
            case 404:
                return Provider.SubmitAsync(Submission with { Model = "nothing" }, Stop);
            default:
                Videos.Server.Refusal = new(status, Error("It will not do.", status is 422 ? "seconds" : null)) { RetryAfter = status is 429 ? 20 : null };
                return Provider.SubmitAsync(Submission, Stop);
        }
    }

    protected override async Task<string> BringToAsync(Stand stand)
    {
        var id = (await Provider.SubmitAsync(Submission, Stop)).ShouldBeOfType<SubmissionOutcome.Accepted>().TaskId;
        Videos.Start(id, 40);
        if (stand is Stand.UnknownWord) Videos.Say(id, "dreaming");
        if (stand is Stand.Failed) Videos.Fail(id, "render_error", "It broke.");
        if (stand is Stand.Made or Stand.Expired) Videos.Complete(id);
        if (stand is Stand.Expired) Videos.Expire(id);
        return id;
    }

    protected override async Task<byte[]> ArrivedAsync(byte[] content)
    {
        var file = new ProviderFile("a picture.png", "image/png", _ => Task.FromResult<Stream>(new MemoryStream(content)));
        var submission = Submission with
        {
            Input = new JsonObject { ["prompt"] = "a kite", ["input_reference"] = "asset_1" },
            Files = new Dictionary<string, ProviderFile> { ["asset_1"] = file },
        };
        (await Provider.SubmitAsync(submission, Stop)).ShouldBeOfType<SubmissionOutcome.Accepted>();
        var (field, name, contentType, arrived) = Videos.Files.ShouldHaveSingleItem();
        (field, name, contentType).ShouldBe(("input_reference", "a picture.png", "image/png"));
        return arrived;
    }

    private static JsonObject Error(string message, string? param) =>
        new() { ["error"] = new JsonObject { ["message"] = message, ["type"] = "invalid_request_error", ["param"] = param, ["code"] = null } };
}
