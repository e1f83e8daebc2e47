namespace Kinora.Server.Auth;

/// <summary>What became of setting an account's name and password.</summary>
internal abstract record PasswordSetting
{
    private PasswordSetting() { }

    /// <summary>They are set.</summary>
    public sealed record Done : PasswordSetting;

    /// <summary>Nobody can sign in by such a name.</summary>
    public sealed record NameRefused : PasswordSetting;

    /// <param name="Fault">As a sentence.</param>
    public sealed record PasswordRefused(string Fault) : PasswordSetting;

    /// <summary>The caller must show that the account is theirs, and has not tried to.</summary>
    /// <param name="ByPassword">Whether the password before would do; a sign-in by a link or at the provider always does.</param>
    public sealed record ProofMissing(bool ByPassword) : PasswordSetting;

    /// <summary>What was given as the password before is not it.</summary>
    public sealed record ProofWrong : PasswordSetting;

    /// <summary>Too many were wrong; this one was not looked at.</summary>
    public sealed record TooMany(TimeSpan Wait) : PasswordSetting;

    /// <summary>Another account has the name.</summary>
    public sealed record NameTaken : PasswordSetting;
}
