namespace KieAi.Tests;

/// <summary>Runway, Aleph and Luma Modify on endpoints of their own: each has its own words for the same things.</summary>
public sealed class KieDedicatedTests
{
    [Fact]
    public async Task Runway_record_keeps_what_the_reading_leaves_out()
    {
        var kie = new FakeKie(WireFiles.Text("runway/record.extended.answer.json"));
        var task = await kie.Client().GetRunwayTaskAsync(WireCalls.Runway, TestContext.Current.CancellationToken);
        task.ParentTaskId.ShouldBe("aa603959-debb-48d1-98c4-a6d1c717eba6");
        task.GenerateParam!["expandPrompt"]!.GetValue<bool>().ShouldBeTrue();
        task.VideoInfo!.VideoId.ShouldBe("485da89c-7fca-4340-8c04-101025b2ae71");
    }

    [Theory]
    [InlineData("wait", KieTaskState.Waiting)]
    [InlineData("queueing", KieTaskState.Queuing)]
    [InlineData("generating", KieTaskState.Generating)]
    [InlineData("success", KieTaskState.Success)]
    [InlineData("fail", KieTaskState.Fail)]
    [InlineData("something else", KieTaskState.Unknown)]
    [InlineData(null, KieTaskState.Unknown)]
    public void State_of_a_runway_task_is_mapped_totally(string? word, KieTaskState state) => new KieRunwayTask { State = word }.ReadState().ShouldBe(state);

    [Theory]
    [InlineData(0, 0, "", KieTaskState.Generating)]
    [InlineData(0, null, null, KieTaskState.Generating)]
    [InlineData(0, 400, "", KieTaskState.Fail)]
    [InlineData(0, null, "The video could not be fetched.", KieTaskState.Fail)]
    [InlineData(1, 0, "", KieTaskState.Success)]
    [InlineData(2, 0, "", KieTaskState.Unknown)]
    [InlineData(null, 400, "", KieTaskState.Unknown)]
    public void Zero_of_an_aleph_task_is_told_apart_by_its_error(int? flag, int? code, string? message, KieTaskState state) =>
        new KieAlephTask { SuccessFlag = flag, ErrorCode = code, ErrorMessage = message }.ReadState().ShouldBe(state);

    [Theory]
    [InlineData(0, KieTaskState.Generating)]
    [InlineData(1, KieTaskState.Success)]
    [InlineData(2, KieTaskState.Fail)]
    [InlineData(3, KieTaskState.Fail)]
    [InlineData(4, KieTaskState.Success)]
    [InlineData(5, KieTaskState.Unknown)]
    [InlineData(null, KieTaskState.Unknown)]
    public void State_of_a_modify_task_is_mapped_totally(int? flag, KieTaskState state) => new KieModifyTask { SuccessFlag = flag }.ReadState().ShouldBe(state);
}
