using System.Diagnostics.Metrics;
using System.Net;
using Kinora.Server.Auth;
using Kinora.Server.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Kinora.Server.Tests.Telemetry;

public sealed class MetricsTests(WatchedServer watched) : IClassFixture<WatchedServer>
{
    private const string Fox = """{"model":"kling-2.6","prompt":"A red fox","duration":5,"sound":false}""";
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_tells_requests_and_the_backlog_and_what_was_committed()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        using var listener = await EventListener.StartAsync(client);
        var (_, accepted) = await client.PostAsync("/api/generate/video", Fox);
        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("status") == "running");
        using var answer = await client.GetAsync("/metrics", Stop);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var page = PrometheusPage.Parse(await answer.Content.ReadAsStringAsync(Stop));

        page.Types["http_server_request_duration_seconds"].ShouldBe("histogram");
        page.Find("http_server_request_duration_seconds_count", ("http_route", "/api/generate/video"), ("http_request_method", "POST"), ("http_response_status_code", "202")).ShouldBe(1);
        page.Find("kinora_generation_backlog", ("kinora_generation_status", "running"), ("kinora_provider_account", "kie")).ShouldBe(1);
        page.Find("kinora_generation_backlog", ("kinora_generation_status", "queued")).ShouldBe(0);
        page.Find("kinora_generation_lag_seconds", ("kinora_generation_status", "queued")).ShouldBe(0);
        page.Find("kinora_credits_held").ShouldBe(accepted["quote"]!.Number("credits"));
        page.Find("kinora_delivery_backlog").ShouldBe(0);
        page.Find("kinora_breakers", ("kinora_breaker_state", "open")).ShouldBe(0);

        // These count for the whole process, in which other tests run.
        page.Find("kinora_credits_total", ("kinora_ledger_kind", "hold"))!.Value.ShouldBeGreaterThanOrEqualTo(accepted["quote"]!.Number("credits"));
        page.Find("kinora_generation_transitions_total", ("kinora_generation_status", "running"))!.Value.ShouldBeGreaterThanOrEqualTo(1);
        page.Find("kinora_provider_call_duration_seconds_count", ("kinora_provider_operation", "submit"), ("kinora_provider_outcome", "ok"))!.Value.ShouldBeGreaterThanOrEqualTo(1);
        page.Find("kinora_commit_size_count")!.Value.ShouldBeGreaterThanOrEqualTo(1);
        page.Types["kinora_commit_duration_seconds"].ShouldBe("histogram");
        page.Find("dotnet_process_memory_working_set_bytes")!.Value.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Names_labels_and_buckets_are_written_as_the_format_wants_them()
    {
        var counts = watched.Server.Services.GetRequiredService<MetricCollector>();
        using var meter = new Meter("Kinora");
        var odd = meter.CreateCounter<double>("kinora.test.9-odd", "By", "Of a \\ and\na line.");
        odd.Add(1.5, new("a.label", "say \"hi\" \\ and\nmore"), new KeyValuePair<string, object?>("b", true), new("none", null));
        odd.Add(1, new KeyValuePair<string, object?>("b", true), new("none", null), new("a.label", "say \"hi\" \\ and\nmore"));
        var steps = meter.CreateHistogram("kinora.test.steps", "{step}", "Steps.", tags: null, new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 10] });
        foreach (var step in new[] { 1, 2, 10, 11 }) steps.Record(step);
        var waiting = true;
        meter.CreateObservableGauge("kinora.test.waiting", () => waiting ? [new(double.PositiveInfinity)] : Array.Empty<Measurement<double>>(), "s");

        var text = counts.Collect();
        text.ShouldContain("# HELP kinora_test_9_odd_bytes_total Of a \\\\ and\\na line.\n# TYPE kinora_test_9_odd_bytes_total counter\n");
        text.ShouldContain("kinora_test_9_odd_bytes_total{a_label=\"say \\\"hi\\\" \\\\ and\\nmore\",b=\"true\"} 2.5\n");
        text.ShouldContain("kinora_test_steps_bucket{le=\"1\"} 1\nkinora_test_steps_bucket{le=\"10\"} 3\nkinora_test_steps_bucket{le=\"+Inf\"} 4\nkinora_test_steps_sum 24\nkinora_test_steps_count 4\n");
        text.ShouldContain("kinora_test_waiting_seconds +Inf\n");
        PrometheusPage.Parse(text).Find("kinora_test_9_odd_bytes_total", ("a_label", "say \"hi\" \\ and\nmore")).ShouldBe(2.5);
        waiting = false;
        counts.Collect().ShouldNotContain("kinora_test_waiting");
    }

    [Fact]
    public void Labels_beyond_the_thousandth_are_counted_together()
    {
        var counts = watched.Server.Services.GetRequiredService<MetricCollector>();
        using var meter = new Meter("Kinora");
        var many = meter.CreateCounter<long>("kinora.test.many");
        for (var i = 0; i < 1100; i++) many.Add(1, new KeyValuePair<string, object?>("i", i));
        PrometheusPage.Parse(counts.Collect()).Find("kinora_test_many_total", ("otel_metric_overflow", "true")).ShouldBe(100);
    }

    [Fact]
    public async Task Measuring_under_known_labels_allocates_nothing()
    {
        await Task.CompletedTask;
        using var meter = new Meter("Kinora");
        var known = meter.CreateHistogram<double>("kinora.test.known");
        var (status, route) = (new KeyValuePair<string, object?>("status", "200"), new KeyValuePair<string, object?>("route", "/api"));
        for (var i = 0; i < 100; i++) known.Record(i, status, route);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) known.Record(i, status, route);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1000);
    }

    [Fact]
    public async Task Only_administrators_and_the_machine_itself_may_read_it()
    {
        (await StatusAsync(TestServer.Key)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(key: null)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(key: null, ("X-Forwarded-For", "203.0.113.7"))).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(key: null, ("Host", "kinora.example"))).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(TestServer.Key, ("Host", "kinora.example"))).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync("wrong")).ShouldBe(HttpStatusCode.Unauthorized);
        using var other = await watched.Server.CreateOtherClientAsync();
        using var refused = await other.GetAsync("/metrics", Stop);
        await refused.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        MetricsPolicy.IsLocal(Call("203.0.113.7")).ShouldBeFalse();
        MetricsPolicy.IsLocal(Call("::1")).ShouldBeTrue();
    }

    [Fact]
    public async Task Who_turns_it_off_counts_nothing_and_who_opens_it_lets_everybody_read()
    {
        await using (var off = await TestServer.StartAsync(options => options with { Metrics = MetricsAccess.Off }))
        {
            using var client = off.CreateClient();
            using var nothing = await client.GetAsync("/metrics", Stop);
            await nothing.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        }

        var open = new MetricsPolicy(new() { DataFolder = "", Metrics = MetricsAccess.Open }, watched.Server.Services.GetRequiredService<Core.Storage.AccountStore>());
        var context = new Microsoft.AspNetCore.Authorization.AuthorizationHandlerContext([new MetricsPolicy.Requirement()], new(), Call("203.0.113.7"));
        await open.HandleAsync(context);
        context.HasSucceeded.ShouldBeTrue();
    }

    private async Task<HttpStatusCode> StatusAsync(string? key, params (string Name, string Value)[] headers)
    {
        using var client = watched.Server.CreateClient(key);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        using var answer = await client.SendAsync(request, Stop);
        return answer.StatusCode;
    }

    private static DefaultHttpContext Call(string from) =>
        new() { Connection = { RemoteIpAddress = IPAddress.Parse(from) }, Request = { Host = new("localhost:5080") } };
}
