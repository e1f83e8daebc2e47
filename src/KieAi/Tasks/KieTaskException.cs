namespace KieAi;

/// <summary>A task exists, and waiting for it did not end with a result. Which of the three it was, the type says.</summary>
public abstract class KieTaskException : Exception
{
    private protected KieTaskException(string taskId, KieTaskReading? reading, string message, Exception? innerException)
        : base(message, innerException) => (TaskId, Reading) = (taskId, reading);

    /// <summary>The task, to ask for again: waiting anew creates nothing.</summary>
    public string TaskId { get; }

    /// <summary>What was read last; null when nothing could be read, or when it was a Veo upgrade that was waited for.</summary>
    public KieTaskReading? Reading { get; }
}

/// <summary>The task is over and made nothing: KIE says that it failed, or calls it a success and names no result.</summary>
/// <remarks>
/// For a failure, <see cref="Exception.Message"/> is KIE's own sentence; it may quote the prompt, so it does not belong in a log. KIE gives
/// the credits of a failed task back. Only a new task helps.
/// </remarks>
public sealed class KieTaskFailedException : KieTaskException
{
    internal KieTaskFailedException(KieTaskReading reading, string message) : base(reading.TaskId, reading, message, null) { }

    /// <summary>KIE's code for the failure, such as <c>500</c>; null when it told none.</summary>
    public string? Code => Reading!.FailCode;
}

/// <summary>The budget of a wait is used up. The task may still succeed and be charged: wait again, or leave it to the callback.</summary>
public sealed class KieTaskTimeoutException : KieTaskException
{
    internal KieTaskTimeoutException(string taskId, KieTaskReading? reading, TimeSpan waited, Exception? lastFault)
        : base(taskId, reading, Text(taskId, reading, waited), lastFault) => Waited = waited;

    /// <summary>How long was waited.</summary>
    public TimeSpan Waited { get; }

    private static string Text(string taskId, KieTaskReading? reading, TimeSpan waited) =>
        $"Task {taskId} was not finished after {waited:c}" + (reading is null ? "" : $" and was last seen as {reading.State}") + ". It may still succeed.";
}

/// <summary>The task cannot be read: KIE refuses in a way that does not pass by waiting, such as a wrong key or a task that it does not know.</summary>
/// <remarks>The task may run on and be charged. <see cref="Exception.InnerException"/> is the <see cref="KieException"/>.</remarks>
public sealed class KieTaskUnreadableException : KieTaskException
{
    internal KieTaskUnreadableException(string taskId, KieTaskReading? reading, KieException fault)
        : base(taskId, reading, $"Task {taskId} cannot be read: {fault.Message}", fault) { }
}
