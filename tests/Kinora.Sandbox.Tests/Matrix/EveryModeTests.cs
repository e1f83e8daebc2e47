using System.Diagnostics;
using System.Text.Json.Nodes;
using Kinora.Core.Media;
using Kinora.Sandbox.Tests.Rendering;

namespace Kinora.Sandbox.Tests.Matrix;

/// <summary>Every documented model renders in every mode that its documentation lists, from wire requests over HTTP, and ffprobe agrees.</summary>
/// <remarks>
/// Rendered are as few as show every family at every API that it has, and every mode with its least and its greatest settings; KINORA_MATRIX=all
/// renders every mode of every model with both. That each is taken is shown by <see cref="EveryModelTests"/>.
/// </remarks>
public sealed class EveryModeTests : IDisposable
{
    private static readonly bool All = Environment.GetEnvironmentVariable("KINORA_MATRIX") is "all";

    private readonly Studio _studio = new();

    [Fact]
    public async Task Every_documented_model_renders_in_every_mode_that_it_lists()
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await Caller.StartAsync(with => (with.Limits, with.Credits) = (false, 10_000_000));
        var (api, media) = (new WireApi(caller, inbox.Address), await MatrixMedia.UploadAsync(caller, _studio));
        var (running, faults, rendered) = (new Dictionary<string, ModeRequest>(), new List<string>(), new List<string>());
        var watch = Stopwatch.StartNew();

        // What is continued and enlarged comes first.
        await MatrixTakes.MakeAsync(api, media, inbox);
        var asked = All ? Everything().ToList() : Few();
        foreach (var (model, mode, isGreatest) in asked)
        {
            var request = new ModeRequest(model, mode, isGreatest, media).Fill();
            var (taskId, answer) = await api.CreateAsync(model, request.Input);
            if (taskId is null) faults.Add($"{request}: {answer} for {request.Input.ToJsonString()}");
            else running[taskId] = request;
        }

        while (running.Count > 0)
        {
            var taskId = WireApi.TaskOf((await inbox.NextAsync()).Body);
            if (!running.Remove(taskId, out var request)) continue;
            var (result, video, record) = await api.ReadAsync(request.Model, taskId);
            if (request.Mode == "analysis" && result?["resultObject"] is JsonObject) rendered.Add($"{request}: {result.ToJsonString()}");
            else if (video is null) faults.Add($"{request}: {record}");
            else await CompareAsync(request, await caller.Http.GetByteArrayAsync(video, TestContext.Current.CancellationToken), rendered, faults);
        }

        var output = TestContext.Current.TestOutputHelper!;
        output.WriteLine($"{rendered.Count} results of {DocumentedModel.All.Count} models in {watch.Elapsed.TotalSeconds:0} s");
        foreach (var line in rendered) output.WriteLine(line);
        faults.ShouldBeEmpty(string.Join('\n', faults));
        DocumentedModel.All.Count.ShouldBe(94);
        rendered.Count.ShouldBe(asked.Count);
    }

    private static IEnumerable<(DocumentedModel Model, string Mode, bool IsGreatest)> Everything() =>
        DocumentedModel.All.SelectMany(model => model.Modes.SelectMany(mode => new[] { (model, mode, false), (model, mode, true) }));

    // Always the first of those that show most that was not shown yet.
    private static List<(DocumentedModel Model, string Mode, bool IsGreatest)> Few()
    {
        var (few, shown) = (new List<(DocumentedModel Model, string Mode, bool IsGreatest)>(), new HashSet<string>());
        while (Everything().MaxBy(New) is var next && New(next) > 0)
        {
            few.Add(next);
            shown.UnionWith(Shows(next));
        }

        return few;

        int New((DocumentedModel Model, string Mode, bool IsGreatest) one) => Shows(one).Count(what => !shown.Contains(what));
    }

    private static IEnumerable<string> Shows((DocumentedModel Model, string Mode, bool IsGreatest) one) =>
        [$"{one.Model.Endpoint} {one.Model.Family}", $"{one.Mode} {one.IsGreatest}"];

    private async Task CompareAsync(ModeRequest request, byte[] video, List<string> rendered, List<string> faults)
    {
        Glance seen;
        try
        {
            seen = await _studio.GlanceAsync(video);
        }
        catch (MediaException e)
        {
            faults.Add($"{request}: {e.Message} {e.ToolOutput} ({video.Length} bytes)");
            return;
        }

        var promised = Promise.Of(request);
        var isRight = (promised.Seconds is not { } seconds ? seen.Seconds is > 1 and < 61 : Math.Abs(seen.Seconds - seconds) < 0.1)
            && (promised.Ratio is not { } ratio || Math.Abs(seen.Width - (seen.Height * ratio)) <= 2 || Math.Abs(seen.Height - (seen.Width / ratio)) <= 2)
            && (promised.Sound is not { } sound || sound == seen.HasSound)
            && seen is { Videos: 1, Sounds: 0 or 1 };
        (isRight ? rendered : faults).Add($"{request}: {seen}" + (isRight ? "" : $", promised {promised} by {request.Input.ToJsonString()}"));
    }

    public void Dispose() => _studio.Dispose();
}
