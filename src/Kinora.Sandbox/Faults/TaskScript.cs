namespace Kinora.Sandbox.Faults;

/// <summary>What the directives in a request make happen to its task.</summary>
internal sealed record TaskScript
{
    public static readonly TaskScript None = new();

    /// <summary>The create call is refused with this; nothing is made.</summary>
    public ScriptedCode? Refusal { get; init; }

    /// <summary>The task fails with this.</summary>
    public ScriptedCode? Failure { get; init; }

    /// <summary>The task fails by moderation, in the words of its API.</summary>
    public bool Moderated { get; init; }

    /// <summary>The task is not done before this age.</summary>
    public TimeSpan Slow { get; init; }
    public bool Stuck { get; init; }

    /// <summary>While it generates, its state is a word that nobody documented.</summary>
    public bool UnknownState { get; init; }

    /// <summary>It succeeds and names no address.</summary>
    public bool NoUrl { get; init; }

    /// <summary>Its address has lapsed from the first.</summary>
    public bool ExpiredUrl { get; init; }

    /// <summary>What enlarges its video fails.</summary>
    public bool NoUpgrade { get; init; }
    public bool NoCallback { get; init; }
    public bool DoubleCallback { get; init; }

    /// <summary>How long after the end of the task its callback is sent.</summary>
    public TimeSpan LateCallback { get; init; }

    /// <summary>What happens to the answer of the create call, once the task is made and charged.</summary>
    public AnswerFault? CreateAnswer { get; init; }

    /// <summary>What happens to the first readings.</summary>
    public AnswerFault? ReadAnswer { get; init; }

    /// <summary>What the first readings answer.</summary>
    public ScriptedCode? Read { get; init; }

    /// <summary>The first readings know no such task.</summary>
    public bool NullRecord { get; init; }
}

/// <summary>A code with its text.</summary>
internal sealed record ScriptedCode(int Code, string Message);
