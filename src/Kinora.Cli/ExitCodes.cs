namespace Kinora.Cli;

/// <summary>What <c>kinora</c> answers to the shell.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>It could not be done.</summary>
    public const int Failed = 1;

    /// <summary>The command line or the settings have faults.</summary>
    public const int Usage = 2;
}
