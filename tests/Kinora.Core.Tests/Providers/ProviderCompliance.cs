using System.Net;
using Kinora.Core.Providers;
using Kinora.Testing;
using Kinora.Testing.Providers;

namespace Kinora.Core.Tests.Providers;

/// <summary>What the engine relies on with every provider. One subclass each, against a server that behaves as the provider does.</summary>
public abstract partial class ProviderCompliance : IAsyncLifetime
{
    /// <summary>The account's key, which no text may repeat.</summary>
    protected const string Key = "key-7f3a-of-the-account";

    private static readonly Uri Callback = new("https://kinora.example/api/webhooks/x?generation=g&attempt=a&token=t");

    /// <summary>The provider's clock, not the server's.</summary>
    protected FakeClock Clock { get; } = new();

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The account at the server.</summary>
    protected abstract IGenerationProvider Provider { get; }

    /// <summary>How many create calls the server has had.</summary>
    protected abstract int CreateCalls { get; }

    /// <summary>How many tasks the server has made.</summary>
    protected abstract Task<int> MadeAsync();

    /// <summary>What the provider says about coming again when it is asked too often; null where it says nothing.</summary>
    protected abstract TimeSpan? ComeAgain { get; }

    /// <summary>Whether what has begun can be stopped.</summary>
    protected abstract bool CanCancel { get; }

    /// <summary>Where callbacks come in; null where there are none.</summary>
    protected abstract string? CallbackPath { get; }

    /// <summary>The same account at another address, or with other keys.</summary>
    protected abstract IGenerationProvider With(Uri address, IReadOnlyList<string> keys);

    /// <summary>Where the server is.</summary>
    protected abstract Uri Server { get; }

    /// <summary>An account at the server with a key that it does not take.</summary>
    protected IGenerationProvider Stranger => With(Server, ["another"]);

    /// <summary>Something that the provider takes.</summary>
    protected abstract ProviderSubmission Submission { get; }

    /// <summary>Submits it once, with this happening to its answer.</summary>
    protected abstract Task<SubmissionOutcome> SubmitAsync(WireFault fault);

    /// <summary>Submits it once, to be refused with the status that the provider has for this.</summary>
    protected abstract Task<SubmissionOutcome> RefuseAsync(int status);

    /// <summary>The status that the provider really has for what is usually told by this one.</summary>
    protected virtual string CodeOf(int status) => status.ToString();

    /// <summary>Submits it once; when this completes, it has come so far.</summary>
    protected abstract Task<string> BringToAsync(Stand stand);

    /// <summary>What the server has of a file that was given to the provider with a submission.</summary>
    protected abstract Task<byte[]> ArrivedAsync(byte[] content);

    protected IGenerationProvider At(Uri address) => With(address, [Key]);

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    [Fact]
    public async Task Submission_is_made_once_and_answers_the_id_of_its_task()
    {
        var accepted = (await SubmitAsync(WireFault.None)).ShouldBeOfType<SubmissionOutcome.Accepted>();

        (await Provider.ObserveAsync(Submission.Endpoint, accepted.TaskId, Stop)).State.ShouldNotBe(ProviderTaskState.Failed);
        CreateCalls.ShouldBe(1);
    }

    [Theory]
    [InlineData(WireFault.Lost)]
    [InlineData(WireFault.Truncated)]
    [InlineData(WireFault.Html502)]
    public async Task Answer_that_does_not_come_leaves_the_outcome_unknown_and_is_not_asked_for_again(WireFault fault)
    {
        (await SubmitAsync(fault)).ShouldBeOfType<SubmissionOutcome.Unknown>().Reason.ShouldNotBeNullOrWhiteSpace();
        CreateCalls.ShouldBe(1);
    }

    [Theory]
    [InlineData(422, false, true)]
    [InlineData(401, false, false)]
    [InlineData(402, false, false)]
    [InlineData(404, false, false)]
    [InlineData(429, true, false)]
    public async Task Refusal_says_whose_fault_it_is_and_whether_to_come_again(int status, bool retryable, bool byUser)
    {
        var refused = (await RefuseAsync(status)).ShouldBeOfType<SubmissionOutcome.Refused>();

        (refused.Code, refused.Retryable, refused.ByUser).ShouldBe((CodeOf(status), retryable, byUser), refused.Message);
        refused.Message.ShouldNotBeNullOrWhiteSpace();
        refused.RetryAfter.ShouldBe(status is 429 ? ComeAgain : null);
        CreateCalls.ShouldBe(1);
    }

    [Theory]
    [InlineData(Stand.Running, ProviderTaskState.Active)]
    [InlineData(Stand.UnknownWord, ProviderTaskState.Active)]
    [InlineData(Stand.Made, ProviderTaskState.Succeeded)]
    [InlineData(Stand.Failed, ProviderTaskState.Failed)]
    public async Task Every_word_has_a_meaning(Stand stand, ProviderTaskState expected)
    {
        var seen = await Provider.ObserveAsync(Submission.Endpoint, await BringToAsync(stand), Stop);

        (seen.State, seen.IsUnknownWord).ShouldBe((expected, stand is Stand.UnknownWord));
        seen.Words.ShouldNotBeNullOrWhiteSpace();
        seen.Outputs.Count.ShouldBe(stand is Stand.Made ? 1 : 0);
        if (stand is Stand.Failed) seen.FailureMessage.ShouldBe("It broke.");
    }

    [Fact]
    public async Task Outputs_that_have_lapsed_are_had_by_a_fresh_link_or_not_at_all()
    {
        var seen = await Provider.ObserveAsync(Submission.Endpoint, await BringToAsync(Stand.Expired), Stop);

        if (seen.State is ProviderTaskState.Failed)
        {
            seen.FailureMessage.ShouldNotBeNull().ShouldContain("deleted");
            return;
        }

        var output = seen.Outputs.Single();
        (await FetchAsync(output)).ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.Gone);
        if (await Provider.FreshLinkAsync(output, Stop) is { } fresh) (await FetchAsync(fresh)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Task_that_the_provider_does_not_know_has_no_state()
    {
        await Should.ThrowAsync<ProviderException>(() => Provider.ObserveAsync(Submission.Endpoint, "no-such-task", Stop));
        await Should.ThrowAsync<ProviderException>(() => Provider.ObserveAsync(Submission.Endpoint, "../..", Stop));
    }

    [Fact]
    public async Task Running_task_is_stopped_where_that_can_be_and_a_finished_one_never()
    {
        var (running, made) = (await BringToAsync(Stand.Running), await BringToAsync(Stand.Made));

        (await Provider.CancelAsync(Submission.Endpoint, running, Stop)).ShouldBe(CanCancel ? ProviderCancellation.Stopped : ProviderCancellation.Impossible);
        (await Provider.CancelAsync(Submission.Endpoint, made, Stop)).ShouldBe(CanCancel ? ProviderCancellation.TooLate : ProviderCancellation.Impossible);
        var seen = await Provider.ObserveAsync(Submission.Endpoint, running, Stop);
        seen.State.ShouldBe(CanCancel ? ProviderTaskState.Failed : ProviderTaskState.Active, seen.Words);
        (await Provider.ObserveAsync(Submission.Endpoint, made, Stop)).State.ShouldBe(ProviderTaskState.Succeeded);
    }

    [Fact]
    public async Task Input_file_arrives_byte_for_byte()
    {
        var content = new byte[300_000];
        new Random(7).NextBytes(content);

        (await ArrivedAsync(content)).ShouldBe(content);
    }

    [Fact]
    public void Callback_address_carries_the_proof_of_the_attempt()
    {
        var address = Provider.CallbackAddress(new("https://kinora.example/"), Submission.Endpoint, Callback.Query[1..]);

        address?.AbsolutePath.ShouldBe(CallbackPath);
        (address is null).ShouldBe(CallbackPath is null);
        address?.Query.ShouldStartWith(Callback.Query);
    }

    private async Task<HttpStatusCode> FetchAsync(Uri address)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = Provider.OutputCredentials;
        using var answer = await http.GetAsync(address, Stop);
        return answer.StatusCode;
    }
}

/// <summary>How far a task has come.</summary>
public enum Stand
{
    Running,
    UnknownWord,
    Made,
    Failed,

    /// <summary>Made, and its output has lapsed.</summary>
    Expired,
}
