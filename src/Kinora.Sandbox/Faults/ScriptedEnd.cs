using Kinora.Sandbox.Tasks;

namespace Kinora.Sandbox.Faults;

/// <summary>The failure that a script gives a task.</summary>
internal static class ScriptedEnd
{
    private const string Rejected = "The prompt was flagged by our AI moderator as violating content policies";

    /// <summary>Null when the script lets it succeed.</summary>
    public static ScriptedCode? Of(SandboxTask task) => task.Script.Moderated ? Moderated(task.Api) : task.Script.Failure;

    // Each API has words of its own for what its moderators do not let pass.
    private static ScriptedCode Moderated(string api) => api switch
    {
        TaskApi.Veo => new(
            400,
            $"Your request was rejected by Flow({Rejected}). You may consider using our other fallback channels, which are likely to succeed. "
            + "Please refer to the documentation."),
        TaskApi.Runway or TaskApi.Aleph => new(400, "Your prompt was caught by our AI moderator. Please adjust it and try again!"),
        TaskApi.Modify => new(400, "Your prompt was flagged by Website as violating content policies."),
        _ => new(422, $"{Rejected}."),
    };
}
