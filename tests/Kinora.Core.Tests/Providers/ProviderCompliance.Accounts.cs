using Kinora.Core.Providers;
using Kinora.Testing.Providers;

namespace Kinora.Core.Tests.Providers;

public abstract partial class ProviderCompliance
{
    /// <summary>A name that no resolver is asked for: its first label is too long.</summary>
    private static readonly Uri Nowhere = new($"http://{new string('a', 64)}.example/");

    [Fact]
    public async Task Look_at_the_account_tells_whether_it_can_be_used()
    {
        (await Provider.CheckAsync(Stop)).State.ShouldBe(ProviderAccountState.Good);
        var refused = await With(Server, ["a-wrong-key-4711"]).CheckAsync(Stop);
        refused.State.ShouldBe(ProviderAccountState.Unauthorized);
        refused.Reason.ShouldNotBeNullOrWhiteSpace();
        refused.Reason.ShouldNotContain("4711");
    }

    [Fact]
    public async Task Account_that_cannot_be_reached_says_why()
    {
        await using var plain = await FaultyServer.StartAsync(_ => { }, Stop);
        foreach (var address in new[] { Closed(), Nowhere, new UriBuilder(plain.Address) { Scheme = "https" }.Uri })
        {
            var provider = At(address);
            var seen = await provider.CheckAsync(Stop);
            seen.State.ShouldBe(ProviderAccountState.Unreachable);
            seen.Reason.ShouldNotBeNullOrWhiteSpace();
            (await provider.SubmitAsync(Submission, Stop)).ShouldBeOfType<SubmissionOutcome.Refused>().Retryable.ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Stalled_look_ends_in_time()
    {
        await using var server = await AnyServerAsync(200, WireFault.Stalled);
        (await InTimeAsync(server, () => At(server.Address).CheckAsync(Stop))).State.ShouldBe(ProviderAccountState.Unreachable);
    }

    [Fact]
    public async Task Key_that_is_not_taken_leaves_the_work_to_the_others()
    {
        var provider = With(Server, ["a-wrong-key-4711", Key]);
        if (await provider.SubmitAsync(Submission, Stop) is SubmissionOutcome.Refused refused)
        {
            refused.Retryable.ShouldBeTrue();
            refused.Account.ShouldBeNull();
        }

        for (var i = 0; i < 3; i++) (await provider.SubmitAsync(Submission, Stop)).ShouldBeOfType<SubmissionOutcome.Accepted>();
    }

    [Fact]
    public async Task Account_without_a_good_key_refuses_for_itself() =>
        (await With(Server, ["a-wrong-key-4711"]).SubmitAsync(Submission, Stop)).ShouldBeOfType<SubmissionOutcome.Refused>()
            .Account.ShouldBe(ProviderAccountState.Unauthorized);
}
