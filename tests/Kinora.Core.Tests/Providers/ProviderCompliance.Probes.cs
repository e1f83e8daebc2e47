using Kinora.Core.Providers;
using Kinora.Testing.Providers;

namespace Kinora.Core.Tests.Providers;

/// <summary>Probes: whether a model is there, for nothing.</summary>
public abstract partial class ProviderCompliance
{
    private ProbeTarget Target => new(Submission.Endpoint, Submission.Model, EmptyIsRefused: true);

    [Fact]
    public async Task Probe_of_a_model_that_is_there_says_so_and_makes_nothing()
    {
        var probe = await Provider.ProbeAsync(Target, Stop);

        (probe.Reading, probe.MadeTask).ShouldBe((ProbeReading.Works, null), probe.Reason);
        probe.Request.ShouldContain(" /");
        probe.Answer.ShouldNotBeNullOrWhiteSpace();
        probe.Status.ShouldNotBeNull();
        (await MadeAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Probe_of_a_model_that_is_not_there_says_so()
    {
        var probe = await Provider.ProbeAsync(Target with { Model = "acme/nothing" }, Stop);
        probe.Reading.ShouldBe(ProbeReading.NotPublished, probe.Reason);
    }

    [Fact]
    public async Task Probe_with_a_key_that_is_not_taken_says_so()
    {
        var probe = await With(Server, ["another"]).ProbeAsync(Target, Stop);
        probe.Reading.ShouldBe(ProbeReading.Unauthorized, probe.Reason);
    }

    [Theory]
    [InlineData(WireFault.Lost, ProbeReading.Unreachable)]
    [InlineData(WireFault.Html502, ProbeReading.Unclear)]
    public async Task Probe_without_an_answer_of_the_provider_knows_nothing_of_the_model(WireFault fault, ProbeReading expected)
    {
        await using var server = await AnyServerAsync(200, fault);

        var probe = await At(server.Address).ProbeAsync(Target, Stop);

        probe.Reading.ShouldBe(expected, probe.Reason);
        probe.Reason.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task Probe_of_nobody_says_that_it_reached_nobody() =>
        (await At(Closed()).ProbeAsync(Target, Stop)).Reading.ShouldBe(ProbeReading.Unreachable);

    [Theory]
    [InlineData(WireFault.Stalled)]
    [InlineData(WireFault.Oversized)]
    public async Task Probe_ends_within_the_time_of_a_call(WireFault fault)
    {
        await using var server = await AnyServerAsync(200, fault);
        (await InTimeAsync(server, () => At(server.Address).ProbeAsync(Target, Stop))).Reason.ShouldNotBeNullOrWhiteSpace();
    }
}
