namespace KieAi;

/// <summary>Where KIE.ai is and who asks.</summary>
public sealed class KieClientOptions
{
    /// <summary>The API's host, with or without a path before <c>/api</c>. Default <c>https://api.kie.ai</c>.</summary>
    public Uri BaseUrl { get; init; } = new("https://api.kie.ai");

    /// <summary>The upload host. Default <c>https://kieai.redpandaai.co</c>.</summary>
    public Uri UploadBaseUrl { get; init; } = new("https://kieai.redpandaai.co");

    /// <summary>The bearer key: visible ASCII, no spaces.</summary>
    public required string ApiKey { get; init; }
}
