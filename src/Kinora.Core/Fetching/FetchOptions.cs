namespace Kinora.Core.Fetching;

/// <summary>What the operator allows <see cref="GuardedHttp"/> beyond the public internet.</summary>
public sealed class FetchOptions
{
    /// <summary>Hosts (<c>files.example.lan</c>, <c>192.168.1.20</c>) and networks (<c>10.20.0.0/16</c>) that may be fetched from although they are
    /// private, by http as well as https. None by default. A network covers http only for addresses written as numbers.</summary>
    public IReadOnlyList<string> Allow { get; set; } = [];

    /// <exception cref="FormatException">Some entry is neither a host nor a network; the message names each one.</exception>
    public void Check() => _ = new FetchAllowList(Allow);

    /// <summary>Reads a comma-separated list, as in <c>KINORA_FETCH_ALLOW</c>; null and empty are none.</summary>
    public static FetchOptions Parse(string? list) => new()
    {
        Allow = (list ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
    };
}
