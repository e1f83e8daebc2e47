namespace KieAi.AspNetCore.Tests;

public sealed class KieCallbackBodyTests
{
    [Theory]
    [InlineData(2, null, 500)]
    [InlineData(3, null, 501)]
    [InlineData(2, 200, 500)]
    [InlineData(2, 422, 422)]
    public void Veo_failure_never_has_the_code_of_a_success(int flag, int? errorCode, int code)
    {
        var callback = KieCallback.Read(KieCallbackBody.From(new KieVeoTask { TaskId = "v1", SuccessFlag = flag, ErrorCode = errorCode }))!;
        callback.Code.ShouldBe(code);
        callback.IsSuccess.ShouldBeFalse();
    }

    [Fact]
    public void Task_that_still_runs_has_no_callback()
    {
        Should.Throw<ArgumentException>(() => KieCallbackBody.From(new KieTask { TaskId = "a1", State = "generating" }));
        Should.Throw<ArgumentException>(() => KieCallbackBody.From(new KieVeoTask { TaskId = "a1", SuccessFlag = 0 }));
        Should.Throw<ArgumentException>(() => KieCallbackBody.From(new KieServiceTask { TaskId = "a1", Status = 0 }));
    }
}
