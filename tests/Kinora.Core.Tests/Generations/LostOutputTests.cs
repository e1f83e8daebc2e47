using Kinora.Core.Generations;
using Kinora.Core.Providers;
using Kinora.Core.Tests.Fetching;
using Kinora.Core.Tests.Media;
using Microsoft.AspNetCore.Http;

namespace Kinora.Core.Tests.Generations;

/// <summary>A provider's files that do not come home, or not at once.</summary>
public sealed class LostOutputTests : IAsyncDisposable
{
    private readonly EngineFixture _engine = new();
    private readonly List<string> _ranges = [];
    private LoopbackSite? _site;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("png", 1, "The file is not a video.")]
    [InlineData("webm", 0.5, "The video breaks off before its end.")]
    public async Task What_is_no_whole_video_is_fetched_three_times_and_then_told_to_be_the_providers_doing(string kind, double part, string words)
    {
        var clip = await Clips.OfAsync(kind);
        var generation = await CollectingAsync(context => context.Response.Body.WriteAsync(clip.AsMemory(0, (int)(clip.Length * part))).AsTask());
        for (var tries = 0; tries < 10 && !generation.IsFinal; tries++) generation = await _engine.NextAsync(generation);
        generation.Failure.ShouldBe(new(
            FailureCode.OutputLost, "The provider made the video, but it could not be brought home: " + words, FailureBy.Provider));
        (await _engine.Store.HistoryAsync(generation.Id, Stop))[^1].Cause.ShouldBe("output_lost");
        _ranges.ShouldBe(["", "", ""]);
        await _engine.MoneyShouldBeAsync(balance: 1000, held: 0);
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_for_a_day_is_our_own_doing()
    {
        var clip = await Clips.OfAsync("mp4");
        var generation = await CollectingAsync(context => context.Response.Body.WriteAsync(clip).AsTask());
        await File.WriteAllTextAsync(Path.Combine(_engine.Folder, "assets", "outputs"), "a file where the folder should be", Stop);
        generation = generation with { Version = generation.Version + 1, Tries = 148 };
        await _engine.Store.CommitAsync([new() { Generation = generation }], Stop);
        generation = await _engine.NextAsync(generation);
        generation.Status.ShouldBe(GenerationStatus.Collecting);
        generation = await _engine.NextAsync(generation);
        (generation.Failure!.Code, generation.Failure.By).ShouldBe((FailureCode.OutputLost, FailureBy.Kinora));
    }

    [Fact]
    public async Task A_lapsed_address_is_tried_again_when_the_provider_cannot_be_asked_for_another()
    {
        var clip = await Clips.OfAsync("mp4");
        var generation = await CollectingAsync(async context =>
        {
            if (_ranges.Count == 1) context.Response.StatusCode = 403;
            else await context.Response.Body.WriteAsync(clip);
        });
        _engine.Provider.OnObserve = _ => throw new ProviderException("away");
        generation = await _engine.NextAsync(generation);
        (generation.Status, generation.Tries, generation.ProviderOutputs.Count).ShouldBe((GenerationStatus.Collecting, 1, 1));
        (await _engine.NextAsync(generation)).Status.ShouldBe(GenerationStatus.Succeeded);
    }

    [Fact]
    public async Task A_download_that_the_servers_stop_cut_off_goes_on_where_it_was()
    {
        using var stopping = new CancellationTokenSource();
        var clip = await Clips.OfAsync("mp4");
        var generation = await CollectingAsync(async context =>
        {
            if (_ranges.Count > 1)
            {
                await Results.Bytes(clip, enableRangeProcessing: true, entityTag: new("\"clip\"")).ExecuteAsync(context);
                return;
            }

            (context.Response.ContentLength, context.Response.Headers.ETag) = (clip.Length, "\"clip\"");
            await context.Response.Body.WriteAsync(clip.AsMemory(0, 1000));
            await context.Response.Body.FlushAsync();
            await ArrivedAsync(1000);
            await stopping.CancelAsync();
        });
        await Should.ThrowAsync<OperationCanceledException>(() => _engine.Collector.TakeAsync(generation, stopping.Token));
        (await _engine.NextAsync(generation)).Status.ShouldBe(GenerationStatus.Succeeded);
        _ranges.ShouldBe(["", "bytes=1000-"]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is not null) await _site.DisposeAsync();
        await _engine.DisposeAsync();
    }

    private Task ArrivedAsync(int bytes) => Soon.HoldsAsync(() => Task.FromResult(
        Directory.EnumerateFiles(Path.Combine(_engine.Folder, "assets", "tmp")).Sum(file => new FileInfo(file).Length) == bytes));

    private async Task<Generation> CollectingAsync(RequestDelegate answer)
    {
        _site = await LoopbackSite.StartAsync(context =>
        {
            _ranges.Add(context.Request.Headers.Range.ToString());
            return answer(context);
        });
        _engine.Provider.Origin = _site.Address;
        _engine.Provider.OnObserve = _ => new(ProviderTaskState.Succeeded, "success") { Outputs = [new(_site.Address, "a")] };
        return await _engine.NextAsync(await _engine.StepAsync((await _engine.AcceptAsync()).Id));
    }
}
