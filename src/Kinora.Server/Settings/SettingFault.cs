namespace Kinora.Server.Settings;

/// <summary>A setting that cannot be used.</summary>
/// <param name="Given">What was given; null when it is a secret or missing.</param>
/// <param name="Expected">What would be taken.</param>
public sealed record SettingFault(string Name, string? Given, string Expected)
{
    /// <summary>One line for people.</summary>
    public override string ToString() => Given is null ? $"{Name}: expected {Expected}." : $"{Name} is '{Given}': expected {Expected}.";
}
