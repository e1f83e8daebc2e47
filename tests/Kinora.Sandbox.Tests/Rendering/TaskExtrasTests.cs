using System.Text.Json.Nodes;
using Kinora.Core.Generations;
using Kinora.Core.Media;
using Kinora.Sandbox.Files;
using Kinora.Sandbox.Rendering;
using Kinora.Sandbox.Tasks;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kinora.Sandbox.Tests.Rendering;

public sealed class TaskExtrasTests : IDisposable
{
    private readonly Studio _studio = new();
    private readonly MediaProcess _process = new(TimeProvider.System);

    [Theory]
    [InlineData("1.2,2.2", 2)]
    [InlineData("0.2,1.2", 0)]
    [InlineData(null, 0)]
    public async Task Character_looks_as_the_clip_does_where_it_was_said_to_be_seen(string? timestamps, int channel)
    {
        var clip = await _studio.VideoAsync("color=red:s=320x180:r=24,drawbox=color=blue:t=fill:enable='gte(t,1)'", 2.5);
        var task = new SandboxTask
        {
            TaskId = "t", Api = TaskApi.Jobs, Model = "m", Body = [], Credits = 0, CreatedAt = default,
            Input = new GenerationInput { Model = "m", Mode = TaskResult.Character, Parameters = new JsonObject { ["timestamps"] = timestamps } },
        };
        var extras = new TaskExtras(new ClipRenderer(_process, _studio["extras"], NullLogger<ClipRenderer>.Instance), _process, new LastFrame(_process));

        var files = await extras.CharacterAsync(task, new TaskMedia { SourceVideo = clip }, name => _studio[name], TestContext.Current.CancellationToken);

        files.ShouldBe([ResultFile.Character]);
        (await _studio.LookAsync(_studio[ResultFile.Character]))[channel].ShouldBeGreaterThan((byte)200);
    }

    public void Dispose()
    {
        _process.Dispose();
        _studio.Dispose();
    }
}
