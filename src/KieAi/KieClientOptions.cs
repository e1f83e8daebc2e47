namespace KieAi;

/// <summary>Where KIE.ai is, who asks, and how much patience and how many calls a client has.</summary>
public sealed class KieClientOptions
{
    /// <summary>The API's host, with or without a path before <c>/api</c>. Default <c>https://api.kie.ai</c>.</summary>
    public Uri BaseUrl { get; set; } = new("https://api.kie.ai");

    /// <summary>The upload host. Default <c>https://kieai.redpandaai.co</c>.</summary>
    public Uri UploadBaseUrl { get; set; } = new("https://kieai.redpandaai.co");

    /// <summary>The bearer key: visible ASCII, no spaces. Made at https://kie.ai/api-key.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>How long a call may take, its answer included. Default 100 s. A shorter <see cref="HttpClient.Timeout"/> wins.</summary>
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>The same for the upload of a file. Default 15 minutes. A shorter <see cref="HttpClient.Timeout"/> wins.</summary>
    public TimeSpan UploadTimeout { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// How many calls that create something are let through; the others wait their turn. Default <see cref="KieRateLimit.Submissions"/>;
    /// null turns it off, for a caller that keeps to the limit by itself.
    /// </summary>
    public KieRateLimit? Submissions { get; set; } = KieRateLimit.Submissions;

    /// <summary>How many calls that ask how something stands are let through. Default <see cref="KieRateLimit.Reads"/>; null turns it off.</summary>
    public KieRateLimit? Reads { get; set; } = KieRateLimit.Reads;

    /// <summary>What is wrong with these options, one sentence for each fault; none repeats the key.</summary>
    internal IEnumerable<string> Faults()
    {
        if (string.IsNullOrEmpty(ApiKey)) yield return "ApiKey is empty: set it to a key from https://kie.ai/api-key.";
        else if (ApiKey.Any(c => c is <= ' ' or > '~')) yield return "ApiKey must be visible ASCII without spaces: copy it again.";
        if (!IsWeb(BaseUrl)) yield return "BaseUrl must be an absolute http or https address, such as https://api.kie.ai.";
        if (!IsWeb(UploadBaseUrl)) yield return "UploadBaseUrl must be an absolute http or https address, such as https://kieai.redpandaai.co.";
        if (!IsPatience(CallTimeout)) yield return "CallTimeout must be more than zero and at most a day, or Timeout.InfiniteTimeSpan.";
        if (!IsPatience(UploadTimeout)) yield return "UploadTimeout must be more than zero and at most a day, or Timeout.InfiniteTimeSpan.";
        if (Submissions is { IsValid: false }) yield return LetsNothingPass(nameof(Submissions));
        if (Reads is { IsValid: false }) yield return LetsNothingPass(nameof(Reads));
    }

    private static string LetsNothingPass(string limit) =>
        $"{limit} must allow at least one call in a window of more than zero and at most a day; null turns the limit off.";

    private static bool IsWeb(Uri? address) => address is { IsAbsoluteUri: true, Scheme: "http" or "https" };

    private static bool IsPatience(TimeSpan time) => time == Timeout.InfiniteTimeSpan || (time > TimeSpan.Zero && time <= TimeSpan.FromDays(1));
}
