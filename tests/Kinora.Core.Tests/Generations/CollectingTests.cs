using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Kinora.Core.Generations;
using Kinora.Core.Providers;
using Kinora.Core.Tests.Fetching;
using Kinora.Core.Tests.Media;
using Microsoft.AspNetCore.Http;

namespace Kinora.Core.Tests.Generations;

/// <summary>A provider's files on their way home, from a real web server.</summary>
public sealed class CollectingTests : IAsyncDisposable
{
    private readonly EngineFixture _engine = new();
    private readonly ConcurrentQueue<string> _asked = [];
    private LoopbackSite? _site;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Several_outputs_are_stored_with_all_their_pictures()
    {
        var clip = await Clips.OfAsync("mp4");
        var done = await StepAsync(await CollectingAsync(context => context.Response.Body.WriteAsync(clip).AsTask(), "a.mp4", "b.mp4"));

        done.Status.ShouldBe(GenerationStatus.Succeeded);
        done.Outputs.Count.ShouldBe(2);
        foreach (var output in done.Outputs)
        {
            output.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(clip)));
            output.Bytes.ShouldBe(clip.Length);
            output.Files.Count.ShouldBe(6);
            foreach (var key in output.Files)
            {
                await using var stored = (await _engine.Files.OpenAsync(key, Stop)).ShouldNotBeNull(key);
                stored.Length.ShouldBeGreaterThan(0);
            }
        }
    }

    [Fact]
    public async Task Outputs_are_asked_for_with_the_credentials_of_the_provider()
    {
        var clip = await Clips.OfAsync("mp4");
        _engine.Provider.OutputCredentials = new("Bearer", "key");
        var done = await StepAsync(await CollectingAsync(
            async context =>
            {
                if (context.Request.Headers.Authorization == "Bearer key") await context.Response.Body.WriteAsync(clip);
                else context.Response.StatusCode = 401;
            },
            "a.mp4"));

        done.Status.ShouldBe(GenerationStatus.Succeeded);
    }

    [Fact]
    public async Task A_retry_fetches_only_what_is_missing()
    {
        var clip = await Clips.OfAsync("mp4");
        var generation = await StepAsync(await CollectingAsync(
            async context =>
            {
                if (context.Request.Path == "/b.mp4" && _asked.Count(path => path == "/b.mp4") == 1) context.Response.StatusCode = 503;
                else await context.Response.Body.WriteAsync(clip);
            },
            "a.mp4", "b.mp4", "c.mp4"));
        generation.Status.ShouldBe(GenerationStatus.Collecting);
        generation.StoredOutputs.Count.ShouldBe(1);

        var done = await _engine.NextAsync(generation);

        done.Outputs.Count.ShouldBe(3);
        done.Outputs[0].ShouldBe(generation.StoredOutputs[0]);
        done.StoredOutputs.ShouldBeEmpty();
        _asked.ShouldBe(["/a.mp4", "/b.mp4", "/b.mp4", "/c.mp4"]);
    }

    [Fact]
    public async Task A_download_that_breaks_off_goes_on_and_its_hash_is_that_of_the_whole()
    {
        var clip = await Clips.OfAsync("mp4");
        var ranges = new List<string>();
        var generation = await StepAsync(await CollectingAsync(
            async context =>
            {
                ranges.Add(context.Request.Headers.Range.ToString());
                if (ranges.Count > 1)
                {
                    await Results.Bytes(clip, enableRangeProcessing: true, entityTag: new("\"clip\"")).ExecuteAsync(context);
                    return;
                }

                (context.Response.ContentLength, context.Response.Headers.ETag) = (clip.Length, "\"clip\"");
                await context.Response.Body.WriteAsync(clip.AsMemory(0, clip.Length - 100));
                await context.Response.Body.FlushAsync();
                await ArrivedAsync(clip.Length - 100);
                context.Abort();
            },
            "a.mp4"));
        generation.Status.ShouldBe(GenerationStatus.Collecting);

        var done = await _engine.NextAsync(generation);

        done.Outputs.ShouldHaveSingleItem().Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(clip)));
        ranges[1].ShouldStartWith("bytes=");
    }

    [Fact]
    public async Task A_lapsed_address_is_exchanged_by_reading_the_record_again()
    {
        var clip = await Clips.OfAsync("mp4");
        var generation = await CollectingAsync(OnlyAsync("/new.mp4", clip), "old.mp4");
        _engine.Provider.OnObserve = _ => Succeeded("new.mp4");

        var done = await _engine.NextAsync(await StepAsync(generation));

        done.Status.ShouldBe(GenerationStatus.Succeeded);
        _asked.ShouldBe(["/old.mp4", "/new.mp4"]);
    }

    [Fact]
    public async Task A_lapsed_address_that_the_record_repeats_is_exchanged_for_a_fresh_link()
    {
        var clip = await Clips.OfAsync("mp4");
        var generation = await CollectingAsync(OnlyAsync("/link.mp4", clip), "old.mp4");
        _engine.Provider.OnFreshLink = dead => new(dead, "link.mp4");

        var done = await _engine.NextAsync(await StepAsync(generation));

        done.Status.ShouldBe(GenerationStatus.Succeeded);
        _asked.ShouldBe(["/old.mp4", "/link.mp4"]);
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_waits_without_fetching_again_and_loses_nothing()
    {
        var clip = await Clips.OfAsync("mp4");
        var generation = await CollectingAsync(context => context.Response.Body.WriteAsync(clip).AsTask(), "a.mp4");
        var inTheWay = Path.Combine(_engine.Folder, "assets", "outputs");
        await File.WriteAllTextAsync(inTheWay, "a file where the folder should be", Stop);

        for (var tries = 0; tries < 11; tries++) generation = await _engine.NextAsync(generation);
        generation.Status.ShouldBe(GenerationStatus.Collecting);
        (generation.DueAt - _engine.Clock.GetUtcNow()).ShouldBe(TimeSpan.FromMinutes(10));
        File.Delete(inTheWay);

        (await _engine.NextAsync(generation)).Status.ShouldBe(GenerationStatus.Succeeded);
        _asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_swept_before_it_could_be_kept_is_fetched_again_a_bounded_number_of_times()
    {
        var clip = await Clips.OfAsync("mp4");
        var generation = await CollectingAsync(
            async context =>
            {
                if (context.Request.Path == "/b.mp4" && _asked.Count == 2) await SweepAsync();
                await context.Response.Body.WriteAsync(clip);
            },
            "a.mp4", "b.mp4");

        generation = await StepAsync(generation);
        (generation.Status, generation.Tries, generation.StoredOutputs.Count).ShouldBe((GenerationStatus.Collecting, 1, 0));

        var done = await _engine.NextAsync(generation);
        done.Outputs.Count.ShouldBe(2);
        _asked.ShouldBe(["/a.mp4", "/b.mp4", "/a.mp4", "/b.mp4"]);
    }

    [Fact]
    public async Task What_is_no_video_is_told_so_and_costs_nothing()
    {
        var generation = await CollectingAsync(context => context.Response.WriteAsync("<html>Sorry</html>"), "a.mp4");
        for (var tries = 0; tries < 3; tries++) generation = await _engine.NextAsync(generation);

        generation.Failure!.Code.ShouldBe(FailureCode.OutputLost);
        generation.Failure.By.ShouldBe(FailureBy.Provider);
        await _engine.MoneyShouldBeAsync(balance: 1000, held: 0);
        Directory.EnumerateFiles(Path.Combine(_engine.Folder, "assets", "tmp")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_success_without_addresses_is_read_again_for_a_while_then_fails_and_is_delivered_should_they_appear()
    {
        var clip = await Clips.OfAsync("mp4");
        _engine.Provider.OnObserve = _ => new(ProviderTaskState.Succeeded, "success");
        var generation = await StepAsync(await _engine.AcceptAsync());
        for (var polls = 0; polls < 50 && generation.Status is GenerationStatus.Running; polls++) generation = await _engine.NextAsync(generation);

        generation.Failure!.Code.ShouldBe(FailureCode.OutputLost);
        generation.Attempt!.Polls.ShouldBeLessThan(15);
        (_engine.Clock.GetUtcNow() - Some.Now).ShouldBeLessThan(TimeSpan.FromMinutes(12));
        await _engine.MoneyShouldBeAsync(balance: 1000, held: 0);

        _site = await LoopbackSite.StartAsync(context => context.Response.Body.WriteAsync(clip).AsTask());
        _engine.Provider.Origin = _site.Address;
        _engine.Provider.OnObserve = _ => Succeeded("late.mp4");
        generation = await _engine.NextAsync(await _engine.NextAsync(generation));
        generation.Status.ShouldBe(GenerationStatus.Succeeded);
        generation.Captured.ShouldBe(generation.Quote.Credits);
    }

    [Fact]
    public void Outputs_of_earlier_versions_can_still_be_read()
    {
        var old = JsonSerializer.Deserialize<GenerationOutput>(
            """{"VideoKey":"v.mp4","PosterKey":"v.webp","Facts":{"ContentType":"video/mp4","Width":1,"Height":1,"DurationSeconds":1,"FrameRate":1},"Bytes":3,"Sha256":"x"}""")!;
        old.Files.ShouldBe(["v.mp4", "v.webp"]);
        old.Filmstrip.ShouldBeNull();
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is not null) await _site.DisposeAsync();
        await _engine.DisposeAsync();
    }

    private RequestDelegate OnlyAsync(string path, byte[] clip) => async context =>
    {
        if (context.Request.Path == path) await context.Response.Body.WriteAsync(clip);
        else context.Response.StatusCode = 403;
    };

    private ProviderObservation Succeeded(params string[] files) =>
        new(ProviderTaskState.Succeeded, "success") { Outputs = [.. files.Select(file => new Uri(_site!.Address, file))] };

    private async Task<Generation> CollectingAsync(RequestDelegate answer, params string[] files)
    {
        _site = await LoopbackSite.StartAsync(context =>
        {
            _asked.Enqueue(context.Request.Path);
            return answer(context);
        });
        _engine.Provider.Origin = _site.Address;
        _engine.Provider.OnObserve = _ => Succeeded(files);
        return await _engine.NextAsync(await StepAsync(await _engine.AcceptAsync()));
    }

    private async Task SweepAsync()
    {
        _engine.Clock.Advance(TimeSpan.FromDays(1));
        foreach (var key in await _engine.Loose.ClaimAsync(TimeSpan.FromMinutes(5), 100, Stop)) await _engine.Loose.RemoveAsync(key, Stop);
    }

    // What was sent but not yet received would be lost with the connection.
    private async Task ArrivedAsync(int bytes)
    {
        var scratch = Path.Combine(_engine.Folder, "assets", "tmp");
        while (Directory.EnumerateFiles(scratch).Sum(file => new FileInfo(file).Length) < bytes) await Task.Yield();
    }

    private Task<Generation> StepAsync(Generation generation) => _engine.StepAsync(generation.Id);
}
