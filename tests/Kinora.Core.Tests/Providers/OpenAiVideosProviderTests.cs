using System.Text.Json.Nodes;
using Kinora.Core.Fetching;
using Kinora.Core.Providers;
using Kinora.Core.Providers.Accounts;
using Kinora.Testing;
using Kinora.Testing.Providers;
using Microsoft.AspNetCore.Builder;

namespace Kinora.Core.Tests.Providers;

/// <summary>What servers with OpenAI's videos API do otherwise than others.</summary>
public sealed class OpenAiVideosProviderTests : IAsyncLifetime
{
    private static readonly ProviderSubmission Submission = new("videos", FakeVideosServer.Model, new JsonObject { ["prompt"] = "a kite" }, null);

    private readonly FakeClock _clock = new();
    private FakeVideosServer? _videos;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private FakeVideosServer Videos => _videos!;

    public async ValueTask InitializeAsync() => _videos = await FakeVideosServer.StartAsync("key", _clock, Stop);

    public ValueTask DisposeAsync() => Videos.DisposeAsync();

    [Fact]
    public async Task Every_field_of_the_input_is_a_part_of_the_form()
    {
        var input = JsonNode.Parse("""
            {"prompt":"ein Drachen, \"hoch\"","model":"not this one","seconds":"8","size":"1280x720","fps":24,"guidance":2.5,"loop":true,"none":null,"metadata":{"ratio":"16:9"},"tags":["a","b"]}
            """)!.AsObject();

        await AcceptAsync(Provider(), Submission with { Input = input });

        Videos.Asked.ShouldHaveSingleItem().OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value}").ShouldBe(
        [
            "fps=24", "guidance=2.5", "loop=true", """metadata={"ratio":"16:9"}""", "model=" + FakeVideosServer.Model, "prompt=ein Drachen, \"hoch\"", "seconds=8",
            "size=1280x720", """tags=["a","b"]""",
        ]);
        Videos.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task Several_files_of_one_field_go_along_in_their_order()
    {
        await AcceptAsync(Provider(), Submission with
        {
            Input = new JsonObject { ["prompt"] = "a kite", ["input_reference"] = new JsonArray("asset_1", "asset_2") },
            Files = new Dictionary<string, ProviderFile> { ["asset_1"] = Picture("one \"1\".png", 1), ["asset_2"] = Picture("two.png", 2) },
        });

        Videos.Files.Select(file => (file.Field, file.Name, file.Content[0])).ShouldBe([("input_reference", "one _1_.png", 1), ("input_reference", "two.png", 2)]);
    }

    [Fact]
    public async Task File_that_cannot_be_read_is_tried_again_later_and_nothing_is_sent()
    {
        var submission = Submission with
        {
            Input = new JsonObject { ["prompt"] = "a kite", ["input_reference"] = "asset_1" },
            Files = new Dictionary<string, ProviderFile> { ["asset_1"] = new("a.png", "image/png", _ => throw new IOException("/data/secret is away")) },
        };

        var refused = (await Provider().SubmitAsync(submission, Stop)).ShouldBeOfType<SubmissionOutcome.Refused>();

        (refused.Retryable, refused.ByUser, refused.Message.Contains("/data", StringComparison.Ordinal)).ShouldBe((true, false, false));
        Videos.Server.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/v1")]
    [InlineData("/v1/")]
    public async Task Address_may_be_given_with_its_v1_or_without(string end)
    {
        var provider = TestProviders.Connect(Account with { BaseUrl = new(Videos.Server.Address, end) }, _clock);
        await AcceptAsync(provider, Submission);

        Videos.Server.Calls.ShouldBe(["POST /v1/videos"]);
    }

    [Fact]
    public async Task Server_without_keys_is_sent_none()
    {
        await using var open = await FakeVideosServer.StartAsync(key: null, _clock, Stop);
        var provider = TestProviders.Connect(Account with { BaseUrl = open.Server.Address, Keys = [] }, _clock);

        await AcceptAsync(provider, Submission);

        provider.OutputCredentials.ShouldBeNull();
        open.Server.Authorizations.ShouldBe([""]);
    }

    [Fact]
    public async Task Video_is_fetched_from_the_server_with_its_key_by_the_guarded_client()
    {
        var provider = Provider();
        var id = await AcceptAsync(provider, Submission);
        Videos.Complete(id);
        Videos.Video = [1, 2, 3];
        var output = (await provider.ObserveAsync("videos", id, Stop)).Outputs.Single();
        using var http = new GuardedHttp(new FetchOptions(), TimeProvider.System);
        var request = new FetchRequest(output, 1000, TimeSpan.FromSeconds(30)) { TrustedOrigin = provider.Origin };

        using var video = new MemoryStream();
        await http.FetchAsync(request with { Credentials = provider.OutputCredentials }, video, Stop);

        video.ToArray().ShouldBe(Videos.Video);
        (await Should.ThrowAsync<FetchException>(() => http.FetchAsync(request, Stream.Null, Stop))).Status.ShouldBe(401);
    }

    [Theory]
    [InlineData("pending", ProviderTaskState.Active, false)]
    [InlineData("IN_PROGRESS", ProviderTaskState.Active, false)]
    [InlineData("succeeded", ProviderTaskState.Succeeded, false)]
    [InlineData("SUCCESS", ProviderTaskState.Succeeded, false)]
    [InlineData("expired", ProviderTaskState.Failed, false)]
    [InlineData("cancelled", ProviderTaskState.Failed, false)]
    [InlineData("dreaming", ProviderTaskState.Active, true)]
    public async Task Words_that_relays_pass_on_are_known(string word, ProviderTaskState expected, bool unknown)
    {
        var id = await AcceptAsync(Provider(), Submission);
        Videos.Say(id, word);

        var seen = await Provider().ObserveAsync("videos", id, Stop);
        (seen.State, seen.IsUnknownWord, seen.Words, seen.Outputs.Count).ShouldBe((expected, unknown, word, expected is ProviderTaskState.Succeeded ? 1 : 0));
        if (expected is ProviderTaskState.Failed) seen.FailureMessage.ShouldNotBeNull().ShouldContain(word);
    }

    [Fact]
    public async Task Progress_duration_and_reason_are_told()
    {
        var (made, failed) = (await AcceptAsync(Provider(), Submission), await AcceptAsync(Provider(), Submission));
        Videos.Start(made, 40);
        (await Provider().ObserveAsync("videos", made, Stop)).Progress.ShouldBe(40);
        _clock.Advance(TimeSpan.FromSeconds(90));
        Videos.Complete(made);
        Videos.Fail(failed, "moderation_blocked", "Not this.");

        var seen = await Provider().ObserveAsync("videos", made, Stop);
        (seen.Progress, seen.Took).ShouldBe((100, TimeSpan.FromSeconds(90)));
        seen = await Provider().ObserveAsync("videos", failed, Stop);
        (seen.FailureCode, seen.FailureMessage).ShouldBe(("moderation_blocked", "Not this."));
    }

    [Theory]
    [InlineData(400, """{"error":{"message":"Bad seconds.","param":"seconds","code":null}}""", false, true, "Bad seconds.")]
    [InlineData(400, """{"error":{"message":"It will not do.","param":null,"code":null}}""", false, false, "It will not do.")]
    [InlineData(400, """{"error":{"message":"No such model.","param":"model","code":"model_not_found"}}""", false, false, "No such model.")]
    [InlineData(400, """{"error":{"message":"Not this.","param":null,"code":"moderation_blocked"}}""", false, true, "Not this.")]
    [InlineData(422, """{"detail":[{"loc":["body","prompt"],"msg":"Field required","type":"missing"}]}""", false, true, "Field required")]
    [InlineData(422, """{"detail":"The renderer is not ready."}""", false, false, "The renderer is not ready.")]
    [InlineData(403, """{"error":"Forbidden"}""", false, false, "Forbidden")]
    [InlineData(429, """{"error":{"message":"Slow down.","code":"rate_limit_exceeded"}}""", true, false, "Slow down.")]
    [InlineData(429, """{"error":{"message":"Pay first.","code":"insufficient_quota"}}""", false, false, "Pay first.")]
    public async Task Refusals_are_read_in_whatever_shape_they_come(int status, string body, bool retryable, bool byUser, string message)
    {
        Videos.Server.Refusal = new(status, JsonNode.Parse(body)!);

        var refused = (await Provider().SubmitAsync(Submission, Stop)).ShouldBeOfType<SubmissionOutcome.Refused>();
        (refused.Retryable, refused.ByUser, refused.Message).ShouldBe((retryable, byUser, message));
    }

    [Theory]
    [InlineData(200, "{}")]
    [InlineData(200, """{"id":""}""")]
    [InlineData(200, """{"id":".."}""")]
    [InlineData(200, """{"id":7}""")]
    [InlineData(200, """{"id":"\ud800"}""")]
    [InlineData(303, "{}")]
    [InlineData(408, """{"error":{"message":"Too slow."}}""")]
    [InlineData(500, """{"error":{"message":"Oh.","param":"seconds"}}""")]
    [InlineData(503, "{}")]
    public async Task Answers_that_do_not_say_no_leave_the_outcome_unknown(int status, string body)
    {
        await using var server = await FaultyServer.StartAsync(app => app.Run(context => JsonAnswers.WriteAsync(context, body, status)), Stop);
        var provider = TestProviders.Connect(Account with { BaseUrl = server.Address, Keys = [] }, _clock);

        (await provider.SubmitAsync(Submission, Stop)).ShouldBeOfType<SubmissionOutcome.Unknown>();
    }

    [Fact]
    public void Account_tells_its_name_and_not_its_keys() => $"{Account}".ShouldBe("videos");

    private ProviderAccount Account => new() { Id = "videos", Provider = ProviderNames.OpenAiVideos, BaseUrl = Videos.Server.Address, Keys = ["key"] };

    private IGenerationProvider Provider() => TestProviders.Connect(Account, _clock);

    private static async Task<string> AcceptAsync(IGenerationProvider provider, ProviderSubmission submission) =>
        (await provider.SubmitAsync(submission, Stop)).ShouldBeOfType<SubmissionOutcome.Accepted>().TaskId;

    private static ProviderFile Picture(string name, byte content) =>
        new(name, "image/png", _ => Task.FromResult<Stream>(new MemoryStream([content])));
}
