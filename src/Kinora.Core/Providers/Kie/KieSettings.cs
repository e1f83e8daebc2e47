namespace Kinora.Core.Providers.Kie;

/// <summary>What all accounts at KIE.ai, or at the sandbox in its place, have in common.</summary>
public sealed record KieSettings
{
    /// <summary>Whether this is KIE.ai itself, where some models are paused, rather than the sandbox. The default is true.</summary>
    public bool Live { get; init; } = true;

    /// <summary>Whether the provider's budgets of calls are kept to. Only a stand-in without limits needs none. The default is true.</summary>
    public bool Budgeted { get; init; } = true;

    /// <summary>How long a task usually takes there, whatever its model; null when it is as the catalog says.</summary>
    public int? TypicalSeconds { get; init; }

    /// <summary>Sent along in the address of all callbacks but Veo's; null for none.</summary>
    public string? CallbackSecret { get; init; }

    /// <summary>The same for Veo callbacks.</summary>
    public string? VeoSecret { get; init; }
}
