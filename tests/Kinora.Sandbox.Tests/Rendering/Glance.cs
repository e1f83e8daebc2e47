using System.Text.Json.Nodes;

namespace Kinora.Sandbox.Tests.Rendering;

/// <summary>What one call of ffprobe says of a file.</summary>
internal sealed record Glance(int Width, int Height, double Seconds, int Videos, int Sounds)
{
    public bool HasSound => Sounds > 0;

    public override string ToString() => $"{Width}×{Height}, {Seconds:0.##} s, {(HasSound ? "sound" : "silent")}";

    /// <summary>Reads what ffprobe prints as JSON.</summary>
    public static Glance Read(string probe)
    {
        var root = JsonNode.Parse(probe)!;
        var streams = root["streams"]!.AsArray().ToLookup(stream => stream!["codec_type"]!.GetValue<string>());
        var video = streams["video"].FirstOrDefault();
        return new Glance(
            video?["width"]!.GetValue<int>() ?? 0, video?["height"]!.GetValue<int>() ?? 0, double.Parse(root["format"]!["duration"]!.GetValue<string>()),
            streams["video"].Count(), streams["audio"].Count());
    }
}
