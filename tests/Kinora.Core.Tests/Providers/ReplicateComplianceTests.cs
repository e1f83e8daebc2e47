using System.Text.Json.Nodes;
using Kinora.Core.Providers;
using Kinora.Core.Providers.Accounts;
using Kinora.Testing.Providers;

namespace Kinora.Core.Tests.Providers;

public sealed class ReplicateComplianceTests : ProviderCompliance
{
    private IGenerationProvider? _provider;
    private FakeReplicate? _replicate;

    protected override IGenerationProvider Provider => _provider!;

    protected override int CreateCalls => Replicate.Server.Calls.Count(call => call.StartsWith("POST", StringComparison.Ordinal));

    protected override Task<int> MadeAsync() => Task.FromResult(Replicate.Made.Count);

    protected override TimeSpan? ComeAgain => TimeSpan.FromSeconds(30);

    protected override bool CanCancel => true;

    protected override string? CallbackPath => "/api/webhooks/replicate";

    protected override ProviderSubmission Submission { get; } =
        new("predictions", FakeReplicate.Model, new JsonObject { ["prompt"] = "a kite", ["duration"] = 5 }, new("https://kinora.example/cb?token=1"));

    private FakeReplicate Replicate => _replicate!;

    public override async ValueTask InitializeAsync()
    {
        _replicate = await FakeReplicate.StartAsync(Key, Clock, Stop);
        _provider = At(_replicate.Server.Address);
    }

    public override ValueTask DisposeAsync() => Replicate.DisposeAsync();

    protected override Uri Server => Replicate.Server.Address;

    protected override IGenerationProvider With(Uri address, IReadOnlyList<string> keys) =>
        TestProviders.Connect(new() { Id = "replicate", Provider = ProviderNames.Replicate, BaseUrl = address, Keys = keys }, Clock);

    protected override Task<SubmissionOutcome> SubmitAsync(WireFault fault)
    {
        Replicate.Server.Fault = fault;
        return Provider.SubmitAsync(Submission, Stop);
    }

    protected override Task<SubmissionOutcome> RefuseAsync(int status)
    {
        switch (status)
        {
            case 401:
                return With(Server, ["another"]).SubmitAsync(Submission, Stop);
            case 404:
                return Provider.SubmitAsync(Submission with { Model = "acme/nothing" }, Stop);
            case 422:
                return Provider.SubmitAsync(Submission with { Input = [] }, Stop);
            default:
                var said = status is 429 ? "Request was throttled. Your rate limit resets in ~30s." : "You have insufficient credit to run this model.";
                Replicate.Server.Refusal = new(status, new JsonObject { ["detail"] = said, ["status"] = status });
                return Provider.SubmitAsync(Submission, Stop);
        }
    }

    protected override async Task<string> BringToAsync(Stand stand)
    {
        var id = (await Provider.SubmitAsync(Submission, Stop)).ShouldBeOfType<SubmissionOutcome.Accepted>().TaskId;
        Replicate.Start(id);
        if (stand is Stand.UnknownWord) Replicate.Say(id, "dreaming");
        if (stand is Stand.Failed) Replicate.Fail(id, "It broke.");
        if (stand is Stand.Made or Stand.Expired) Replicate.Succeed(id);
        if (stand is Stand.Expired) Replicate.Expire(id);
        return id;
    }

    protected override async Task<byte[]> ArrivedAsync(byte[] content) =>
        Replicate.File(await Provider.UploadAsync("a picture.png", "image/png", new MemoryStream(content), Stop));
}
