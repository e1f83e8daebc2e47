using System.Text;
using System.Text.Json.Nodes;
using Kinora.Core.Providers;
using Kinora.Core.Providers.Accounts;
using Kinora.Core.Providers.Replicate;
using Kinora.Core.Tests.Fetching;
using Kinora.Core.Webhooks;
using Kinora.Testing;
using Kinora.Testing.Providers;

namespace Kinora.Core.Tests.Providers;

/// <summary>What Replicate does otherwise than others.</summary>
public sealed class ReplicateProviderTests : IAsyncLifetime
{
    private static readonly ProviderSubmission Submission =
        new("predictions", FakeReplicate.Model, new JsonObject { ["prompt"] = "a kite", ["duration"] = 5 }, new("https://kinora.example/cb?token=1"));

    private readonly FakeClock _clock = new();
    private FakeReplicate? _replicate;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private FakeReplicate Replicate => _replicate!;

    public async ValueTask InitializeAsync() => _replicate = await FakeReplicate.StartAsync("key", _clock, Stop);

    public ValueTask DisposeAsync() => Replicate.DisposeAsync();

    [Theory]
    [InlineData(FakeReplicate.Model, "/v1/models/acme/film/predictions", """{"input":{"prompt":"a kite","duration":5},"webhook":"https://kinora.example/cb?token=1","webhook_events_filter":["completed"]}""")]
    [InlineData(FakeReplicate.Version, "/v1/predictions", """{"input":{"prompt":"a kite","duration":5},"version":"v1","webhook":"https://kinora.example/cb?token=1","webhook_events_filter":["completed"]}""")]
    public async Task Prediction_is_asked_for_by_model_or_by_version(string model, string path, string body)
    {
        await AcceptAsync(Submission with { Model = model });

        Replicate.Server.Calls.ShouldBe(["POST " + path]);
        Replicate.Asked.ShouldHaveSingleItem().ToJsonString().ShouldBe(body);
    }

    [Fact]
    public async Task Without_a_callback_none_is_asked_for()
    {
        await AcceptAsync(Submission with { Callback = null });

        Replicate.Asked.ShouldHaveSingleItem().Select(field => field.Key).ShouldBe(["input"]);
    }

    [Theory]
    [InlineData("""{"id":"p1","status":"succeeded"}""", "p1")]
    [InlineData("""{"\udfff":1,"id":"p1"}""", "p1")]
    [InlineData("""{"id":"\udfff"}""", null)]
    [InlineData("""{"id":""", null)]
    [InlineData("[]", null)]
    public void Prediction_of_a_callback_is_known_by_its_id(string body, string? id) => ReplicateCallback.TaskId(Encoding.UTF8.GetBytes(body)).ShouldBe(id);

    [Theory]
    [InlineData("film")]
    [InlineData("acme/film/more")]
    [InlineData("acme/..")]
    [InlineData("../film")]
    [InlineData("acme/film:")]
    [InlineData("acme/film?x=1")]
    public async Task What_is_no_model_is_refused_without_a_call(string model)
    {
        (await Provider().SubmitAsync(Submission with { Model = model }, Stop)).ShouldBeOfType<SubmissionOutcome.Refused>().ByUser.ShouldBeFalse();
        Replicate.Server.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Version_that_is_gone_is_no_fault_of_the_user()
    {
        var refused = (await Provider().SubmitAsync(Submission with { Model = "acme/film:v0" }, Stop)).ShouldBeOfType<SubmissionOutcome.Refused>();

        (refused.Code, refused.ByUser, refused.Retryable).ShouldBe(("422", false, false));
        refused.Message.ShouldStartWith("The specified version does not exist");
    }

    [Theory]
    [InlineData("input.prompt", true)]
    [InlineData("", false)]
    [InlineData("webhook", false)]
    public async Task Field_that_is_refused_is_the_users_only_if_it_is_one_of_the_input(string field, bool byUser)
    {
        Replicate.Server.Refusal = new(422, new JsonObject
        {
            ["title"] = "Input validation failed", ["detail"] = "- something\n", ["status"] = 422,
            ["invalid_fields"] = new JsonArray(new JsonObject { ["type"] = "required", ["field"] = field, ["description"] = "something" }),
        });

        var refused = (await Provider().SubmitAsync(Submission, Stop)).ShouldBeOfType<SubmissionOutcome.Refused>();
        (refused.ByUser, refused.Message).ShouldBe((byUser, "- something"));
    }

    [Theory]
    [InlineData("\"https://d.example/a.mp4\"", "https://d.example/a.mp4")]
    [InlineData("\"https://d.example/a\"", "https://d.example/a")]
    [InlineData("""["https://d.example/a.mp4","https://d.example/b.webm","https://d.example/a.mp4"]""", "https://d.example/a.mp4 https://d.example/b.webm")]
    [InlineData("""{"video":"https://d.example/a.MP4?x=1","thumbnail":"https://d.example/a.jpg","seed":7}""", "https://d.example/a.MP4?x=1")]
    [InlineData("""{"frames":[{"url":"https://d.example/1"},{"url":"https://d.example/2"}]}""", "https://d.example/1 https://d.example/2")]
    [InlineData("""["a sentence","data:video/mp4;base64,AAAA","file:///etc/passwd",null,7,true]""", "")]
    public async Task Addresses_are_found_in_whatever_the_model_answers(string output, string expected)
    {
        var id = await AcceptAsync(Submission);
        Replicate.Succeed(id, JsonNode.Parse(output));

        var seen = await ObserveAsync(id);
        seen.State.ShouldBe(ProviderTaskState.Succeeded);
        string.Join(' ', seen.Outputs.Select(address => address.OriginalString)).ShouldBe(expected);
    }

    [Fact]
    public async Task Success_tells_how_long_it_took_by_the_providers_clock()
    {
        var id = await AcceptAsync(Submission);
        _clock.Advance(TimeSpan.FromSeconds(90));
        Replicate.Succeed(id);

        (await ObserveAsync(id)).Took.ShouldBe(TimeSpan.FromSeconds(90));
    }

    [Fact]
    public async Task Prediction_that_was_not_begun_in_time_or_was_canceled_says_so()
    {
        var (late, canceled) = (await AcceptAsync(Submission), await AcceptAsync(Submission));
        Replicate.Abort(late);
        (await Provider().CancelAsync("predictions", canceled, Stop)).ShouldBe(ProviderCancellation.Stopped);

        var seen = await ObserveAsync(late);
        (seen.State, seen.FailureCode).ShouldBe((ProviderTaskState.Failed, "aborted"));
        seen.FailureMessage.ShouldNotBeNull().ShouldContain("deadline");
        seen = await ObserveAsync(canceled);
        (seen.State, seen.FailureCode).ShouldBe((ProviderTaskState.Failed, "canceled"));
    }

    [Fact]
    public async Task Record_that_is_gone_has_no_state_and_cannot_be_canceled()
    {
        var id = await AcceptAsync(Submission);
        Replicate.Forget(id);

        (await Should.ThrowAsync<ProviderException>(() => ObserveAsync(id))).Message.ShouldContain("could not be found");
        (await Provider().CancelAsync("predictions", id, Stop)).ShouldBe(ProviderCancellation.TooLate);
    }

    [Fact]
    public async Task Cancellation_that_is_not_heard_is_no_answer()
    {
        var id = await AcceptAsync(Submission);
        Replicate.Server.Fault = WireFault.Html502;

        await Should.ThrowAsync<ProviderException>(() => Provider().CancelAsync("predictions", id, Stop));
    }

    [Fact]
    public async Task Callback_is_signed_over_its_whole_body()
    {
        var believed = new List<bool>();
        var webhooks = new StandardWebhooks([FakeReplicate.WebhookSecret], _clock);
        await using var kinora = await LoopbackSite.StartAsync(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, Stop);
            var headers = context.Request.Headers;
            foreach (var claimed in new[] { body.ToArray(), [.. body.ToArray(), (byte)' '] })
                believed.Add(webhooks.Verify(headers["webhook-id"], headers["webhook-timestamp"], headers["webhook-signature"], claimed));
        });
        var id = await AcceptAsync(Submission with { Callback = new(kinora.Address, "/cb?token=1") });
        Replicate.Succeed(id);

        using var answer = await Replicate.CallBackAsync(id, Stop);

        believed.ShouldBe([true, false]);
    }

    [Fact]
    public async Task Budgets_are_those_of_the_account()
    {
        var provider = TestProviders.Connect(Account with { Submissions = new(1, 60), Reads = new(2, 60) }, _clock);
        await provider.SubmissionSlotAsync(Stop);
        (await provider.ReadSlotsAsync(3, Stop)).ShouldBe(2);

        var second = provider.SubmissionSlotAsync(Stop);
        second.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromMinutes(1));
        second.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(1));
        await second;
    }

    private ProviderAccount Account => new() { Id = "replicate", Provider = ProviderNames.Replicate, BaseUrl = Replicate.Server.Address, Keys = ["key"] };

    private IGenerationProvider Provider() => TestProviders.Connect(Account, _clock);

    private Task<ProviderObservation> ObserveAsync(string id) => Provider().ObserveAsync("predictions", id, Stop);

    private async Task<string> AcceptAsync(ProviderSubmission submission) =>
        (await Provider().SubmitAsync(submission, Stop)).ShouldBeOfType<SubmissionOutcome.Accepted>().TaskId;
}
