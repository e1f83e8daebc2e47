using System.Text.RegularExpressions;

namespace Kinora.Core.Providers.Replicate;

/// <summary>What a route names at Replicate: <c>owner/name</c>, which runs as its owner keeps it, or <c>owner/name:version</c>, which stays as it is.</summary>
internal sealed partial record ReplicateModel(string Owner, string Name, string? Version)
{
    /// <summary>Where its predictions are created.</summary>
    public string Path => Version is null ? $"/v1/models/{Owner}/{Name}/predictions" : "/v1/predictions";

    /// <summary>Where it is described.</summary>
    public string Page => $"/v1/models/{Owner}/{Name}" + (Version is null ? "" : "/versions/" + Version);

    /// <summary>Null for what names no model.</summary>
    public static ReplicateModel? Parse(string model) =>
        Pattern().Match(model) is { Success: true, Groups: var part }
            ? new(part["owner"].Value, part["name"].Value, part["version"] is { Success: true, Value: var version } ? version : null)
            : null;

    [GeneratedRegex(@"^(?<owner>[\w-][\w.-]*)/(?<name>[\w-][\w.-]*)(:(?<version>[\w.-]+))?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
