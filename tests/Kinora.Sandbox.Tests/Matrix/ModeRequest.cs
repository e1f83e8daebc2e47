using System.Text.Json.Nodes;

namespace Kinora.Sandbox.Tests.Matrix;

/// <summary>A request for one mode of a documented model, made from the names and limits of its documented fields alone.</summary>
/// <param name="isGreatest">Whether settings have their last or greatest value rather than their first or least.</param>
internal sealed class ModeRequest(DocumentedModel model, string mode, bool isGreatest, MatrixMedia media)
{
    // Longer videos prove nothing more.
    private const int MostSeconds = 7;

    private static readonly string[] First =
        ["first_frame_url", "first_frame_image_url", "image_url", "imageUrl", "image_urls", "imageUrls", "input_urls"];

    private static readonly string[] Last = ["last_frame_url", "last_frame_image_url", "tail_image_url", "end_image_url"];

    private static readonly string[] References =
        ["reference_image_urls", "reference_image", "image_references", "image_urls", "imageUrls", "kling_elements", "elements"];

    private static readonly string[] Videos =
        ["video_url", "videoUrl", "video_urls", "reference_video_urls", "reference_video", "video_list", "first_clip_url"];

    private static readonly string[] Sounds = ["audio_url", "driving_audio_url"];
    private static readonly string[] Takes = ["task_id", "taskId"];

    private static readonly string[] Settings =
    [
        "duration", "aspect_ratio", "aspectRatio", "ratio", "resolution", "quality", "mode", "output_resolution", "upscale_factor", "sound", "audio",
        "generate_audio", "generate_audio_switch", "extend_times", "extend_at", "multi_shots", "customize_multi_shots", "character_orientation",
        "return_last_frame", "prompt",
    ];

    public DocumentedModel Model => model;

    public string Mode => mode;

    public JsonObject Input { get; } = [];

    /// <summary>Whether a video is among what it is made from.</summary>
    public bool HasVideo => Videos.Any(Input.ContainsKey);

    public bool HasPicture => First.Concat(References).Any(Input.ContainsKey);

    public ModeRequest Fill()
    {
        GiveMedia();
        foreach (var name in model.Parameters.Keys.Where(name => !Input.ContainsKey(name) && (model.IsRequired(name) || Settings.Contains(name))))
        {
            if (Medium(name) is { } medium) Input[name] = medium;
            else Input[name] = name == "prompt" ? $"{mode} of {model.Id}" : Value(name);
        }

        return MindRules();
    }

    public override string ToString() => $"{model} {mode} {(isGreatest ? "greatest" : "least")}";

    private void GiveMedia()
    {
        switch (mode)
        {
            case "image-to-video":
                Give(First);
                break;
            case "first-last-frame":
                Give(First);
                if (!Give(Last)) Input[First.First(Input.ContainsKey)] = new JsonArray(media.Picture, media.OtherPicture);
                break;
            case "reference-to-video":
                if (!Give(References)) Give(Videos);
                break;
            case "video-to-video":
                if (!Give(Videos)) Give(Takes);
                break;
            case "speech-to-video" or "avatar":
                Give(First);
                Give(Sounds);
                break;
            case "extend" or "upscale":
                if ((isGreatest && Give(Videos)) || Give(Takes)) break;
                Give(Videos);
                break;
        }
    }

    private bool Give(string[] names)
    {
        if (names.FirstOrDefault(model.Parameters.ContainsKey) is not { } name) return false;
        Input[name] = Medium(name, several: mode == "reference-to-video");
        return true;
    }

    private JsonNode? Medium(string name, bool several = false)
    {
        if (name is "image_references") return new JsonArray(new JsonObject { ["image_url"] = media.Picture, ["ref_name"] = "one" });
        if (name is "video_list") return new JsonArray(new JsonObject { ["url"] = media.Video, ["start"] = 0, ["ends"] = MatrixMedia.VideoSeconds });
        if (name is "kling_elements" or "elements")
        {
            var pictures = new JsonArray(media.Picture, media.OtherPicture);
            return new JsonArray(new JsonObject { ["name"] = "one", ["description"] = "one", ["element_input_urls"] = pictures });
        }

        var address = Last.Contains(name) ? media.OtherPicture
            : First.Contains(name) || References.Contains(name) ? media.Picture
            : Videos.Contains(name) ? media.Video
            : Sounds.Contains(name) ? media.Speech
            : Takes.Contains(name) ? media.TakeFor(model)
            : null;
        if (address is null || !model.IsList(name)) return address;
        return several && !Videos.Contains(name) ? new JsonArray(address, media.OtherPicture) : new JsonArray(address);
    }

    private JsonNode? Value(string name)
    {
        var facts = model.Parameters[name];
        var isText = facts["type"]!.GetValue<string>() == "string";
        if (facts["enum"] is JsonArray choices) return (isGreatest ? choices[^1] : choices[0])!.DeepClone();
        if (facts["type"]!.GetValue<string>() == "boolean") return isGreatest;
        var number = isGreatest ? Math.Min(MostSeconds, facts["max"]?.GetValue<int>() ?? 5) : facts["min"]?.GetValue<int>() ?? 5;
        return isText ? $"{number}" : number;
    }

    // What the documentation says in prose.
    private ModeRequest MindRules()
    {
        // Ten seconds and full resolution exclude each other at Runway and Hailuo 2.3, as do several pictures and 1080p at Grok.
        foreach (var (name, less) in new[] { ("quality", "720p"), ("resolution", "768P") })
        {
            if (Text("duration") == "10" && Text(name) is "1080p" or "1080P" && Choices(name).Contains(less)) Input[name] = less;
        }

        var isGrok = model.Family.StartsWith("grok", StringComparison.Ordinal);
        if (isGrok && Text("resolution") == "1080p" && mode == "reference-to-video") Input["resolution"] = "720p";
        if (Text("mode") == "spicy" && HasPicture) Input["mode"] = "normal";

        // Veo tells its modes by a word, makes 8 s from references, and crops to a picture, which there must be.
        if (mode == "reference-to-video" && model.Parameters.Keys.FirstOrDefault(name => name is "generationType" or "generation_type") is { } type)
        {
            Input[type] = "REFERENCE_2_VIDEO";
            Input["duration"] = 8;
        }

        if (mode == "text-to-video" && Text("aspect_ratio") == "Auto") Input["aspect_ratio"] = "9:16";
        if (mode == "video-to-video" && model.Audio.Contains("must be false with a source video", StringComparison.Ordinal)) Input["audio"] = false;
        MindShots();

        // 0 is the whole clip, and 1 is refused.
        if (model.Id.EndsWith("videoedit", StringComparison.Ordinal) && isGreatest) Input["duration"] = 2;
        return this;
    }

    // Several shots are told one by one, take a first frame only, and decide whether a shape can be named.
    private void MindShots()
    {
        if ((Input["multi_shots"] ?? Input["customize_multi_shots"]) is { } several && model.Parameters.ContainsKey("multi_prompt"))
        {
            var isOne = mode == "video-to-video" || (mode == "first-last-frame" && model.Id == "kling-3.0/video");
            if (isOne) Input[several.GetPropertyName()] = false;
            else if (isGreatest) Input["multi_prompt"] = new JsonArray(Shot(1), Shot(2));
        }

        if (model.Family != "kling-3.0-omni") return;
        if (mode is "image-to-video" or "first-last-frame" && !isGreatest) Input["aspect_ratio"] = "auto";
        if (mode == "reference-to-video" && Text("aspect_ratio") == "auto") Input["aspect_ratio"] = "1:1";

        // A video alone keeps its shape.
        if (mode == "video-to-video") Input["aspect_ratio"] = "auto";
    }

    private static JsonObject Shot(int number) => new() { ["prompt"] = $"shot {number}", ["duration"] = number };

    private string? Text(string name) => Input[name]?.ToString();

    private IEnumerable<string> Choices(string name) => model.Parameters[name]["enum"]?.AsArray().Select(one => one!.ToString()) ?? [];
}
