using System.Diagnostics;
using System.Text.Json;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Core.Telemetry;
using Kinora.Core.Tests.Generations;

namespace Kinora.Core.Tests.Telemetry;

public sealed class TraceContextTests
{
    [Fact]
    public void Context_is_that_of_the_work_under_way_and_a_new_one_without_any()
    {
        TraceContext.Current().ShouldMatch("^00-[0-9a-f]{32}-[0-9a-f]{16}-00$");
        TraceContext.Current().ShouldNotBe(TraceContext.Current());
        using var request = new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();
        TraceContext.Current().ShouldBe($"00-{request.TraceId}-{request.SpanId}-00");
    }

    [Fact]
    public void Generation_keeps_it_and_an_old_one_has_none()
    {
        var traced = Some.Generation() with { TraceParent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01" };
        var text = JsonSerializer.Serialize(traced, KinoraJsonContext.Default.Generation);
        JsonSerializer.Deserialize(text, KinoraJsonContext.Default.Generation)!.TraceId.ShouldBe("4bf92f3577b34da6a3ce929d0e0e4736");
        Some.Generation().TraceId.ShouldBeNull();
    }

    [Fact]
    public void Spans_without_a_listener_and_measurements_cost_no_memory()
    {
        var generation = Some.Generation() with { TraceParent = TraceContext.Current() };
        var change = generation.Accept(null);
        IReadOnlyList<GenerationChange> changes = [change];
        IReadOnlyList<CommitResult> results = [new(CommitOutcome.Applied)];
        Once();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) Once();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void Once()
        {
            TraceContext.Begin("generation dispatch", generation).ShouldBeNull();
            AcceptanceSpan.Begin("acc").ShouldBeNull();
            KinoraTelemetry.Applied(changes, results);
            KinoraTelemetry.Committed(1, TimeSpan.Zero);
        }
    }
}
