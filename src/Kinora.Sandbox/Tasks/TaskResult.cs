using System.Text.Json.Nodes;
using Kinora.Sandbox.Files;

namespace Kinora.Sandbox.Tasks;

/// <summary>What came of a task.</summary>
/// <param name="Seconds">How long its video is.</param>
/// <param name="Files">The names of its files but the video; see <see cref="ResultFile"/>.</param>
internal sealed record TaskResult(double Seconds, IReadOnlyList<string> Files)
{
    /// <summary>The modes that make no video.</summary>
    public const string Character = "character", Analysis = "analysis";

    private const string CharacterStart = "character_";

    /// <summary>The task that made a character; null for what is no id of one.</summary>
    public static string? TaskOfCharacter(string characterId) =>
        characterId.StartsWith(CharacterStart, StringComparison.Ordinal) ? characterId[CharacterStart.Length..] : null;

    /// <summary>What <c>resultJson</c> of the jobs API tells of a task that succeeded.</summary>
    /// <param name="urls">Of its video; none where its script says so.</param>
    public static JsonObject Json(SandboxTask task, IReadOnlyList<string> urls, SandboxAddresses addresses)
    {
        if (task.Script.NoUrl) return new JsonObject { ["resultUrls"] = new JsonArray() };
        if (task.Input.Mode == Character) return new JsonObject { ["character_id"] = CharacterStart + task.TaskId };
        if (task.Input.Mode == Analysis)
        {
            var masks = task.Files.Where(ResultFile.IsMask).Select(mask => (JsonNode)addresses.File(task, mask)).ToArray();
            return new JsonObject
            {
                ["resultObject"] = new JsonObject
                {
                    ["status"] = masks.Length > 0 ? 1 : 0,
                    ["object_detection_result"] = new JsonObject { ["mask"] = new JsonObject { ["url"] = new JsonArray(masks) } },
                },
            };
        }

        var result = new JsonObject { ["resultUrls"] = new JsonArray([.. urls.Select(url => (JsonNode)url)]) };
        if (task.Input.RemoveWatermark is { } removed)
        {
            var marked = removed ? addresses.Extra(task, ResultFile.Marked) : null;
            result["resultWaterMarkUrls"] = new JsonArray(marked ?? addresses.Video(task));
        }

        if (task.Files.Contains(ResultFile.Last))
        {
            result["firstFrameUrl"] = new JsonArray(addresses.File(task, ResultFile.First));
            result["lastFrameUrl"] = new JsonArray(addresses.File(task, ResultFile.Last));
        }

        return result;
    }
}
