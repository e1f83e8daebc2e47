using System.Text.Json.Nodes;

namespace Kinora.Server.Tests.Surfaces;

/// <summary>One thing that the server can be asked, on whatever surface, and how it is asked well.</summary>
/// <param name="Path">As it is routed: what varies is in braces.</param>
/// <param name="Query">The names that its query may hold.</param>
/// <param name="Headers">The names of its own headers.</param>
/// <param name="Bodies">Well formed; none where it takes none.</param>
/// <param name="Schema">Of its JSON body, where the API's description has one.</param>
/// <param name="IsForAdministrators">Whether others are refused before anything is looked at.</param>
internal sealed record ServerCall(
    string Method, string Path, string[] Query, string[] Headers, CallBody[] Bodies, JsonNode? Schema, bool IsForAdministrators)
{
    /// <summary>What varies in the path, with the segment before it, which tells what it names.</summary>
    public IEnumerable<(string Before, string Name)> PathParameters => Path.Split('/').Zip(Path.Split('/').Skip(1))
        .Where(pair => pair.Second.StartsWith('{')).Select(pair => (pair.First, pair.Second.Trim('{', '}')));

    public override string ToString() => $"{Method} {Path}";
}

/// <summary>A body as it is sent.</summary>
internal sealed record CallBody(string ContentType, byte[] Content)
{
    public bool IsJson => ContentType == "application/json";

    public JsonNode? Json => IsJson ? JsonNode.Parse(Content) : null;

    public static CallBody Of(JsonNode json) => new("application/json", System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()));
}
