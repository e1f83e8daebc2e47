using System.Net.Http.Json;
using Kinora.Core.Catalog;
using Kinora.Core.Providers;
using Kinora.Core.Providers.Accounts;
using Kinora.Testing.Providers;
using Microsoft.AspNetCore.Builder;

namespace Kinora.Sandbox.Tests;

/// <summary>What KIE.ai's answers to probes are taken for, with the sandbox in each of its states.</summary>
public sealed class ProbeTests
{
    private const string Model = "kling-2.6/text-to-video";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ok", ProbeReading.Works, "prompt is required")]
    [InlineData("paused", ProbeReading.Paused, "temporarily paused")]
    [InlineData("switched-off", ProbeReading.Paused, "temporarily paused")]
    [InlineData("unpublished", ProbeReading.NotPublished, "not published")]
    [InlineData("withdrawn", ProbeReading.NotPublished, "not published")]
    [InlineData("maintenance", ProbeReading.Paused, "maintenance")]
    [InlineData("broken", ProbeReading.Unclear, "Server exception")]
    [InlineData("busy", ProbeReading.Unclear, "Rate limit")]
    [InlineData("no-credits", ProbeReading.OutOfCredits, "Credits insufficient")]
    [InlineData("capped", ProbeReading.OutOfCredits, "spending cap")]
    public async Task Each_state_of_a_model_is_read_from_its_answer_to_an_empty_request(string state, ProbeReading expected, string words)
    {
        await using var caller = await StartAsync();
        using var set = await caller.Http.PutAsJsonAsync("/sandbox/models", new { model = Model, state }, Stop);

        var probe = await Account(caller).ProbeAsync(new("jobs", Model, EmptyIsRefused: true), Stop);

        (probe.Reading, probe.MadeTask).ShouldBe((expected, null), probe.Reason);
        probe.Reason.ShouldContain(words);
        probe.Answer.ShouldNotBeNull().ShouldContain(words);
        probe.Request.ShouldBe("POST /api/v1/jobs/createTask {\"model\":\"" + Model + "\",\"input\":{}}");
        probe.Code.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("veo", "veo3_fast")]
    [InlineData("runway", "runway")]
    [InlineData("runway-extend", "runway/extend")]
    [InlineData("aleph", "runway-aleph")]
    [InlineData("modify", "luma-modify")]
    public async Task Model_with_an_api_of_its_own_is_read_as_well(string endpoint, string model)
    {
        await using var caller = await StartAsync();
        using var set = await caller.Http.PutAsJsonAsync("/sandbox/models", new { model, state = "switched-off" }, Stop);

        (await Account(caller).ProbeAsync(new(endpoint, model, EmptyIsRefused: true), Stop)).Reading.ShouldBe(ProbeReading.Paused);

        using var well = await caller.Http.PutAsJsonAsync("/sandbox/models", new { model, state = "ok" }, Stop);
        (await Account(caller).ProbeAsync(new(endpoint, model, EmptyIsRefused: true), Stop)).Reading.ShouldBe(ProbeReading.Works);
    }

    [Theory]
    [InlineData("ok", ProbeReading.Works)]
    [InlineData("unpublished", ProbeReading.NotPublished)]
    [InlineData("paused", ProbeReading.Unclear)]
    public async Task Model_that_must_not_be_asked_is_read_from_its_success_rate(string state, ProbeReading expected)
    {
        const string grok = "grok-imagine/image-to-video";
        await using var caller = await StartAsync();
        using var set = await caller.Http.PutAsJsonAsync("/sandbox/models", new { model = grok, state }, Stop);

        var probe = await Account(caller).ProbeAsync(new("jobs", grok, EmptyIsRefused: false), Stop);

        (probe.Reading, probe.CannotTell).ShouldBe((expected, state is "paused"), probe.Reason);
        probe.Request.ShouldStartWith("GET /api/v1/models/" + grok);
    }

    [Fact]
    public async Task Model_that_nobody_knows_is_not_published()
    {
        await using var caller = await StartAsync();
        (await Account(caller).ProbeAsync(new("jobs", "acme/nothing", EmptyIsRefused: true), Stop)).Reading.ShouldBe(ProbeReading.NotPublished);
        (await Account(caller).ProbeAsync(new("jobs", "acme/nothing", EmptyIsRefused: false), Stop)).Reading.ShouldBe(ProbeReading.NotPublished);
    }

    [Fact]
    public async Task Every_variant_of_the_catalog_is_probed_without_a_task_being_made()
    {
        await using var caller = await StartAsync();
        var (account, routes) = (Account(caller), Routes());

        foreach (var (variant, route) in routes)
        {
            var probe = await account.ProbeAsync(new(route.Endpoint, route.WireId, variant.RefusesEmptyInput), Stop);
            (probe.Reading, probe.MadeTask).ShouldBe((ProbeReading.Works, null), $"{variant.Id}: {probe.Reason}");
        }

        routes.Count.ShouldBeGreaterThan(100);
        (await caller.GetAsync("/sandbox/tasks"))["tasks"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public void Variant_that_might_take_an_empty_request_is_not_sent_one() =>
        Routes().Where(one => !one.Variant.RefusesEmptyInput).Select(one => one.Variant.Id)
            .ShouldBe(["grok-imagine/image-to-video", "grok-imagine-video-1-5-preview"], ignoreOrder: true);

    [Fact]
    public async Task Request_that_is_taken_by_mistake_is_told_aloud()
    {
        await using var server = await FaultyServer.StartAsync(
            app => app.Run(context => JsonAnswers.WriteAsync(context, """{"code":200,"msg":"success","data":{"taskId":"task_9"}}""", 200)), Stop);

        var probe = await Account(server.Address).ProbeAsync(new("jobs", Model, EmptyIsRefused: true), Stop);

        probe.MadeTask.ShouldBe("task_9");
        probe.Reason.ShouldContain("task_9 runs and may be charged");
    }

    private static List<(ModelVariant Variant, ModelRoute Route)> Routes() =>
    [
        .. ModelCatalog.Load(Path.Combine(AppContext.BaseDirectory, "catalog"), live: false).Models.SelectMany(model => model.Variants)
            .SelectMany(variant => variant.Routes, (variant, route) => (variant, route)).Where(one => one.route.Provider == ProviderNames.Kie),
    ];

    private static Task<Caller> StartAsync() => Caller.StartAsync(options => (options.Render, options.Limits) = (SandboxRender.None, false));

    private static IGenerationProvider Account(Caller caller) => Account(caller.Http.BaseAddress!);

    private static IGenerationProvider Account(Uri address) => TestProviders.Kie(
        new() { Id = "kie", Provider = ProviderNames.Kie, BaseUrl = address, Keys = ["sandbox"], Submissions = new(100_000, 1), Reads = new(100_000, 1) },
        _ => { }, TimeProvider.System);
}
