namespace Kinora.Core.Providers.Kie;

/// <summary>How KIE.ai, or the sandbox in its place, is reached.</summary>
public sealed record KieConnection
{
    /// <summary>The operator's name for the account.</summary>
    public string Account { get; init; } = "kie";

    /// <inheritdoc cref="IGenerationProvider.Weight"/>
    public double Weight { get; init; } = 1;

    public required Uri BaseUrl { get; init; }
    public required Uri UploadBaseUrl { get; init; }
    public required string ApiKey { get; init; }

    /// <summary>Whether this is KIE.ai itself, where some models are paused, rather than the sandbox.</summary>
    public required bool Live { get; init; }

    /// <summary>Whether the provider's budget of calls is kept to. Only a stand-in without limits needs none. The default is true.</summary>
    public bool Budgeted { get; init; } = true;

    /// <summary>How long a task usually takes there, whatever its model; null when it is as the catalog says.</summary>
    public int? TypicalSeconds { get; init; }

    /// <summary>Sent along in the address of all callbacks but Veo's; null for none.</summary>
    public string? CallbackSecret { get; init; }

    /// <summary>The same for Veo callbacks.</summary>
    public string? VeoSecret { get; init; }
}
