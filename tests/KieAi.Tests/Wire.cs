namespace KieAi.Tests;

/// <summary>Answers that faults are built around; whole records are in the literal files.</summary>
internal static class Wire
{
    public const string TaskAccepted = """{"code":200,"msg":"success","data":{"taskId":"task_kling-2.6_1765182425861"}}""";

    public const string NoAccess = """{"code":401,"msg":"You do not have access permissions"}""";
}
