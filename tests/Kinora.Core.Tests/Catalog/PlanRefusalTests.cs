using System.Text.Json.Nodes;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;

namespace Kinora.Core.Tests.Catalog;

public class PlanRefusalTests
{
    private static readonly GenerationInput Cat = new() { Model = "", Prompt = "a cat" };

    public static TheoryData<GenerationInput, string, string> Refused => new()
    {
        { Cat with { Model = "veo3_fast", AspectRatio = "1:1" }, "aspectRatio", "Veo 3.1 Fast takes aspectRatio 16:9 or 9:16 (auto follows a picture, and there is none); the nearest to 1:1 is 16:9." },
        { Cat with { Model = "veo3_fast", AspectRatio = "auto" }, "aspectRatio", "auto follows a picture" },
        { Cat with { Model = "veo3_fast", Duration = 5 }, "duration", "Veo 3.1 Fast takes duration 4, 6 or 8; the nearest to 5 is 4." },
        { Cat with { Model = "veo3_fast", Resolution = "1440p" }, "resolution", "the nearest to 1440p is 1080p" },
        { Cat with { Model = "veo3_fast", Seed = 9999 }, "seed", "Veo 3.1 Fast takes seed 10000 to 99999." },
        { Cat with { Model = "veo3_fast", Seed = 100000 }, "seed", "10000 to 99999" },
        { Cat with { Model = "veo3_fast", NegativePrompt = "dogs" }, "negativePrompt", "Veo 3.1 Fast takes no negativePrompt in text-to-video." },
        { Cat with { Model = "veo3_fast", Sound = false }, "sound", "takes no sound" },
        { Cat with { Model = "veo3_fast", Prompt = " " }, "prompt", "Veo 3.1 Fast needs prompt in text-to-video." },
        { Cat with { Model = "veo3_fast", LastFrame = "asset_a" }, "firstFrame", "Veo 3.1 Fast needs firstFrame in image-to-video." },
        { Cat with { Model = "veo3_fast", References = ["a", "b", "c", "d"] }, "references", "Veo 3.1 Fast takes 1 to 3 references, not 4." },
        { Cat with { Model = "veo3_fast", References = ["a"], Duration = 4 }, "duration", "takes duration 8 (reference pictures always make 8 seconds)" },
        { Cat with { Model = "veo3_fast", References = ["a"], FirstFrame = "b" }, "references", "takes no references in image-to-video; reference-to-video does." },
        { Cat with { Model = "veo3", References = ["a"] }, "references", "Veo 3.1 Quality takes no references in text-to-video." },
        { Cat with { Model = "veo3", FirstFrame = " " }, "firstFrame", "must be an asset id or a URL" },
        { Cat with { Model = "veo3", Parameters = new() { ["generationType"] = "TEXT_2_VIDEO" } }, "parameters.generationType", "follows from the mode" },
        { Cat with { Model = "veo3", Parameters = new() { ["resolution"] = "4k" } }, "parameters.resolution", "Set resolution instead" },
        { Cat with { Model = "veo3", Parameters = new() { ["colour"] = "red" } }, "parameters.colour", "Veo 3.1 Quality has no parameters.colour; it has nothing." },
        { Cat with { Model = "hailuo-02", Parameters = new() { ["nsfw_checker"] = "yes" } }, "parameters.nsfw_checker", "must be true or false" },
        { Cat with { Model = "hailuo-02", Parameters = new() { ["nsfw_checker"] = null } }, "parameters.nsfw_checker", "has no value" },
        { Cat with { Model = "veo3", Mode = "image-to-movie" }, "mode", "does text-to-video or image-to-video; the nearest is image-to-video." },
        { Cat with { Model = "kling-2.6/text-to-video", FirstFrame = "a" }, "firstFrame", "Kling 2.6 takes no firstFrame in text-to-video (kling-2.6/text-to-video); kling-2.6/image-to-video does." },
        { Cat with { Model = "kling-2.6/image-to-video" }, "firstFrame", "needs firstFrame" },
        { Cat with { Model = "kling-2.6/image-to-video", FirstFrame = "a", Mode = "text-to-video" }, "mode", "kling-2.6/image-to-video does image-to-video" },
        { Cat with { Model = "kling-2.6", FirstFrame = "a", LastFrame = "b" }, "lastFrame", "takes no lastFrame" },
        { Cat with { Model = "kling-2.6", FirstFrame = "a", AspectRatio = "16:9" }, "aspectRatio", "Kling 2.6 takes no aspectRatio in image-to-video. It does in text-to-video." },
        { Cat with { Model = "kling-2.6", Prompt = new('x', 1001) }, "prompt", "Kling 2.6 takes prompt at most 1,000 characters; this has 1,001." },
        { Cat with { Model = "kling-2.6", Duration = -2147483648 }, "duration", "the nearest to -2147483648 is 5" },
        { Cat with { Model = "sora-2", Resolution = "720p" }, "resolution", "Sora 2 takes no resolution" },
        { Cat with { Model = "sora-2-pro", Resolution = "4k" }, "resolution", "the nearest to 4k is 1080p" },
        { Cat with { Model = "sora-2", Parameters = new() { ["character_id_list"] = new JsonArray("1", "2", "3", "4", "5", "6") } }, "parameters.character_id_list", "at most 5 items" },
        { Cat with { Model = "sora-2", Parameters = new() { ["upload_method"] = "ftp" } }, "parameters.upload_method", "one of s3, oss" },
        { Cat with { Model = "wan-2.6", AspectRatio = "16:9" }, "aspectRatio", "Wan 2.6 takes no aspectRatio in text-to-video." },
        { Cat with { Model = "grok-imagine", Duration = 31 }, "duration", "Grok Imagine takes duration 6 to 30." },
        { Cat with { Model = "grok-imagine", Duration = 5 }, "duration", "6 to 30" },
        { Cat with { Model = "grok-imagine", FirstFrame = "a", AspectRatio = "1:1" }, "aspectRatio", "in image-to-video (a single picture decides the shape). It does in text-to-video or reference-to-video." },
        { Cat with { Model = "grok-imagine", References = ["a"] }, "references", "takes 2 to 7 references, not 1. Give a single one as firstFrame." },
        { Cat with { Model = "grok-imagine", References = ["a", "b"], Resolution = "1080p" }, "resolution", "1080p takes a single picture only" },
        { Cat with { Model = "grok-imagine", FirstFrame = "a", Parameters = new() { ["mode"] = "spicy" } }, "parameters.mode", "spicy takes no pictures" },
        { Cat with { Model = "grok-imagine", FirstFrame = "a", Parameters = new() { ["task_id"] = "t" } }, "parameters.task_id", "it excludes pictures" },
        { Cat with { Model = "grok-imagine-1.5", Prompt = null }, "prompt", "there is nothing else to go by" },
        { Cat with { Model = "kling-2.1", Tier = "ultra" }, "tier", "Kling 2.1 has the tiers pro, standard or master." },
        { Cat with { Model = "kling-2.6", Tier = "pro" }, "tier", "Kling 2.6 has no tiers." },
        { Cat with { Model = "kling-2.1", Tier = "pro", Mode = "text-to-video" }, "mode", "Kling 2.1 does image-to-video; the nearest is image-to-video." },
        { Cat with { Model = "wan-2.6", Resolution = "1080p_multi", MultiShot = false }, "multiShot", "resolution 1080p_multi means multiShot true." },
        { Cat with { Model = "grok-imagine", Style = "noir" }, "style", "takes style realistic, fantasy" },
        { Cat with { Model = "grok-imagine", Style = "anime", Prompt = new('x', 4995) }, "prompt", "with the sentences that the settings add" },
        { Cat with { Model = "minimax-h3", Mode = "reference-to-video", ReferenceAudio = ["asset_a"] }, "references", "needs references or referenceVideos" },
        { Cat with { Model = "sora-2-character" }, "model", "makes no video but a character" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Refusal_names_the_field_and_says_why(GenerationInput form, string field, string words)
    {
        var fault = Faults(form).ShouldHaveSingleItem();
        (fault.Code, fault.Field).ShouldBe(("invalid_input", field));
        fault.Message.ShouldContain(words);
    }

    [Fact]
    public void All_faults_come_at_once_each_with_given_and_allowed()
    {
        var faults = Faults(new() { Model = "veo3", Duration = 7, Resolution = "8k", Style = "noir" });

        faults.Select(fault => fault.Field).ShouldBe(["duration", "resolution", "style", "prompt"], ignoreOrder: true);
        var duration = faults.Single(fault => fault.Field is "duration");
        duration.Given!.GetValue<long>().ShouldBe(7);
        duration.Allowed.ShouldBe(["4", "6", "8"]);
        faults.Single(fault => fault.Field is "prompt").Given.ShouldBeNull();
    }

    [Theory]
    [InlineData("kling-2.7", "kling-2.6")]
    [InlineData("veo", "veo3")]
    [InlineData("sora", "sora-2")]
    public void Unknown_model_is_answered_with_near_ids(string given, string near)
    {
        var fault = Faults(Cat with { Model = given }).ShouldHaveSingleItem();
        (fault.Code, fault.Field, fault.Given!.GetValue<string>()).ShouldBe(("unknown_model", "model", given));
        fault.Allowed!.ShouldContain(near);
    }

    [Fact]
    public void Paused_model_is_refused_on_live_with_the_reason()
    {
        var fault = Shipped.Live.Plan(Cat with { Model = "sora-2-pro" }).Faults.ShouldHaveSingleItem();
        (fault.Code, fault.Field).ShouldBe(("model_paused", "model"));
        fault.Message.ShouldBe("Sora 2 Pro cannot be used now. KIE.ai has paused Sora: calls answer \"This interface is temporarily paused.\"");
    }

    [Fact]
    public void Null_where_json_may_put_one_is_a_fault_and_no_crash()
    {
        Faults(new() { Model = null! }).ShouldHaveSingleItem().Code.ShouldBe("unknown_model");
        Faults(new() { Model = "veo3_fast", References = null! }).ShouldHaveSingleItem().Field.ShouldBe("prompt");
        Faults(Cat with { Model = "veo3_fast", References = [null!] }).ShouldHaveSingleItem().Field.ShouldBe("references");
    }

    [Fact]
    public void Flood_of_parameters_is_one_fault()
    {
        var flood = new JsonObject();
        for (var i = 0; i < 1000; i++) flood["p" + i] = i;
        Faults(Cat with { Model = "veo3_fast", Parameters = flood }).ShouldHaveSingleItem().Field.ShouldBe("parameters");
    }

    [Fact]
    public void What_a_fault_repeats_is_bounded()
    {
        var huge = new string('x', 1_000_000);
        var faults = Faults(Cat with { Model = huge }).Concat(Faults(new()
        {
            Model = "kling-2.6", Prompt = huge, Resolution = huge, Style = huge, Mode = null, AspectRatio = huge,
            FirstFrame = huge, References = [.. Enumerable.Repeat(huge, 50)], Parameters = new() { [huge] = new JsonArray(huge) },
        })).Concat(Faults(Cat with { Model = "kling-2.6", Mode = huge }));

        foreach (var fault in faults)
        {
            (fault.Given?.ToString() ?? "").Length.ShouldBeLessThanOrEqualTo(200);
            (fault.Field.Length + fault.Message.Length).ShouldBeLessThan(1000);
        }
    }

    private static IReadOnlyList<InputFault> Faults(GenerationInput form)
    {
        var result = Shipped.Sandbox.Plan(form);
        result.Plan.ShouldBeNull();
        return result.Faults;
    }
}
