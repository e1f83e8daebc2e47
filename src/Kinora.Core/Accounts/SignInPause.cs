namespace Kinora.Core.Accounts;

/// <summary>How long a name or an address waits after wrong passwords in a row: 1 minute after the fifth, twice as long after each further one, 1 hour at most.</summary>
public static class SignInPause
{
    /// <summary>Wrong ones before the first pause.</summary>
    public const int Free = 5;

    /// <summary>After so long without a wrong one the row begins anew.</summary>
    public static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    private static readonly TimeSpan First = TimeSpan.FromMinutes(1), Longest = TimeSpan.FromHours(1);

    /// <param name="wrong">In a row, this one included.</param>
    public static TimeSpan After(long wrong) => wrong < Free ? TimeSpan.Zero : wrong - Free >= 6 ? Longest : First * (1 << (int)(wrong - Free));
}
