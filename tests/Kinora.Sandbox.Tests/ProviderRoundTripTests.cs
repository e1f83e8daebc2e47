using System.Text;
using KieAi;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Core.Providers;
using Kinora.Sandbox.Tests.Rendering;

namespace Kinora.Sandbox.Tests;

/// <summary>The engine's provider and the sandbox understand each other on every API: from the request form to the video.</summary>
public sealed class ProviderRoundTripTests : IDisposable
{
    private readonly Studio _studio = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("kling-2.6/text-to-video", "jobs")]
    [InlineData("veo3_fast", "veo")]
    [InlineData("runway/generate", "runway")]
    [InlineData("aleph/generate", "aleph")]
    [InlineData("modify/generate", "modify")]
    [InlineData("kling-3.0/motion-control", "jobs")]
    [InlineData("volcengine/video-to-video-lip-sync", "jobs")]
    public async Task Planned_request_becomes_a_video(string model, string endpoint)
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await Caller.StartAsync();
        await using var engine = await Engine.OpenAsync(caller, _studio.Folder);
        var form = await FormAsync(engine, model);

        var (submission, seen) = await FinishAsync(engine, inbox, form, null);

        submission.Endpoint.ShouldBe(endpoint);
        (await caller.ProbeAsync(seen.Outputs.Single())).DurationSeconds.ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData("runway/generate", "runway/extend", "runway-extend", "a storm comes")]
    [InlineData("veo3_fast", "veo/extend", "jobs", "a storm comes")]
    [InlineData("veo3_fast", "veo/get-1080p-video", "jobs", null)]
    public async Task Finished_take_is_continued_or_enlarged(string first, string second, string endpoint, string? prompt)
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await Caller.StartAsync();
        await using var engine = await Engine.OpenAsync(caller, _studio.Folder);
        var (_, before) = await FinishAsync(engine, inbox, await FormAsync(engine, first), null);
        var taskId = before.Outputs.Single().Segments[^2].TrimEnd('/');

        var (submission, seen) = await FinishAsync(engine, inbox, new GenerationInput { Model = second, Prompt = prompt, Source = taskId }, new SourceTake(first, "720p"));

        submission.Endpoint.ShouldBe(endpoint);
        (await caller.ProbeAsync(seen.Outputs.Single())).DurationSeconds.ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData("runway/generate")]
    [InlineData("aleph/generate")]
    [InlineData("modify/generate")]
    [InlineData("veo3_fast")]
    public async Task Failure_is_told_with_its_code_and_reason(string model)
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await Caller.StartAsync();
        await using var engine = await Engine.OpenAsync(caller, _studio.Folder);
        var gone = "https://127.0.0.1/gone";
        var form = await FormAsync(engine, model);
        form = form.SourceVideo is null ? form with { FirstFrame = gone, AspectRatio = null } : form with { SourceVideo = gone };

        var (_, seen) = await FinishAsync(engine, inbox, form, null, ProviderTaskState.Failed);

        (seen.FailureCode, seen.FailureMessage!.StartsWith("Failed to fetch an input file", StringComparison.Ordinal)).ShouldBe(("400", true));
    }

    // A form with everything that the model's first mode needs.
    private async Task<GenerationInput> FormAsync(Engine engine, string model)
    {
        var form = new GenerationInput { Model = model, Prompt = "waves", AspectRatio = "16:9" };
        var faults = engine.Get<ModelCatalog>().Plan(form).Faults;
        if (faults.Any(fault => fault.Field == "aspectRatio")) form = form with { AspectRatio = null };
        if (faults.Any(fault => fault.Field == "prompt")) form = form with { Prompt = null };
        if (Needs("firstFrame")) form = form with { FirstFrame = await UploadAsync(engine, (await _studio.PictureAsync("color=red:s=400x400")).Path, "image/png") };
        if (Needs("sourceVideo")) form = form with { SourceVideo = await UploadAsync(engine, (await _studio.VideoAsync("testsrc2=s=320x180", 3)).Path, "video/mp4") };
        if (Needs("motionVideo")) form = form with { MotionVideo = await UploadAsync(engine, (await _studio.VideoAsync("testsrc2=s=320x180", 3)).Path, "video/mp4") };
        if (Needs("audio")) form = form with { Audio = await UploadAsync(engine, (await _studio.SoundAsync("sine", 3, "mp3")).Path, "audio/mpeg") };
        return form;

        bool Needs(string media) => faults.Any(fault => fault.Field == media);
    }

    private static async Task<string> UploadAsync(Engine engine, string path, string contentType)
    {
        await using var content = File.OpenRead(path);
        return (await engine.Get<ProviderPool>().Accounts.Single().UploadAsync(Path.GetFileName(path), contentType, content, Stop)).AbsoluteUri;
    }

    private static async Task<(ProviderSubmission Submission, ProviderObservation Seen)> FinishAsync(
        Engine engine, Inbox inbox, GenerationInput form, SourceTake? source, ProviderTaskState expected = ProviderTaskState.Succeeded)
    {
        var (plan, faults) = engine.Get<ModelCatalog>().Plan(form, new InputFacts { Source = source });
        faults.ShouldBeEmpty(string.Join("; ", faults.Select(fault => fault.Message)));
        var submission = new ProviderSubmission(plan!.Route.Endpoint, plan.Route.WireId, plan.WireInput, new(inbox.Address));
        var provider = engine.Get<ProviderPool>().Accounts.Single();
        var outcome = await provider.SubmitAsync(submission, Stop);

        var taskId = outcome.ShouldBeOfType<SubmissionOutcome.Accepted>(outcome.ToString()).TaskId;
        var callback = KieCallback.Read(Encoding.UTF8.GetBytes((await inbox.NextAsync()).Body.ToJsonString()))!;
        (callback.TaskId, callback.IsSuccess).ShouldBe((taskId, expected is ProviderTaskState.Succeeded));
        var seen = await provider.ObserveAsync(submission.Endpoint, taskId, Stop);
        seen.State.ShouldBe(expected, seen.FailureMessage);
        seen.Outputs.ShouldBe(callback.ResultUrls);
        return (submission, seen);
    }

    public void Dispose() => _studio.Dispose();
}
