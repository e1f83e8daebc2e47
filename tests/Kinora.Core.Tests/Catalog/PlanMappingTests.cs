using System.Text.Json.Nodes;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;

namespace Kinora.Core.Tests.Catalog;

/// <summary>Request forms and the provider's input that they become, written by hand from the provider's documentation.</summary>
public class PlanMappingTests
{
    private static readonly GenerationInput Cat = new() { Model = "", Prompt = "a cat" };

    public static TheoryData<string, GenerationInput, string, string, string> Cases => new()
    {
        { "defaults", Cat with { Model = "veo-3.1-fast" }, "veo veo3_fast", "text-to-video",
            """{"prompt":"a cat","generationType":"TEXT_2_VIDEO","aspect_ratio":"16:9","resolution":"720p","duration":8,"enableTranslation":true}""" },
        { "every setting", Cat with { Model = "VEO3", AspectRatio = "9:16", Resolution = "4k", Duration = 4, Seed = 10000, Watermark = "me", Translation = false }, "veo veo3", "text-to-video",
            """{"prompt":"a cat","generationType":"TEXT_2_VIDEO","aspect_ratio":"9:16","resolution":"4k","duration":4,"seeds":10000,"watermark":"me","enableTranslation":false}""" },
        { "first and last frame", Cat with { Model = "veo-3.1-lite", FirstFrame = "asset_a", LastFrame = "https://x.example/b.png", AspectRatio = "auto" }, "veo veo3_lite", "image-to-video",
            """{"prompt":"a cat","imageUrls":["asset_a","https://x.example/b.png"],"generationType":"FIRST_AND_LAST_FRAMES_2_VIDEO","aspect_ratio":"Auto","resolution":"720p","duration":8,"enableTranslation":true}""" },
        { "references", Cat with { Model = "veo3_fast", References = ["asset_a", "asset_b", "asset_c"] }, "veo veo3_fast", "reference-to-video",
            """{"prompt":"a cat","imageUrls":["asset_a","asset_b","asset_c"],"generationType":"REFERENCE_2_VIDEO","aspect_ratio":"16:9","resolution":"720p","duration":8,"enableTranslation":true}""" },
        { "defaults", Cat with { Model = "kling-2.6" }, "jobs kling-2.6/text-to-video", "text-to-video",
            """{"prompt":"a cat","aspect_ratio":"16:9","duration":"5","sound":false}""" },
        { "first frame", Cat with { Model = "kling-2.6", FirstFrame = "asset_a", Duration = 10, Sound = true }, "jobs kling-2.6/image-to-video", "image-to-video",
            """{"prompt":"a cat","image_urls":["asset_a"],"duration":"10","sound":true}""" },
        { "defaults", Cat with { Model = "sora-2" }, "jobs sora-2-text-to-video", "text-to-video",
            """{"prompt":"a cat","aspect_ratio":"landscape","n_frames":"10"}""" },
        { "first frame", Cat with { Model = "sora-2", FirstFrame = "asset_a", AspectRatio = "9:16", Duration = 15, RemoveWatermark = true }, "jobs sora-2-image-to-video", "image-to-video",
            """{"prompt":"a cat","image_urls":["asset_a"],"aspect_ratio":"portrait","n_frames":"15","remove_watermark":true}""" },
        { "resolution words", Cat with { Model = "sora-2-pro", Resolution = "1080p", Parameters = new() { ["character_id_list"] = new JsonArray("c1", "c2") } }, "jobs sora-2-pro-text-to-video", "text-to-video",
            """{"prompt":"a cat","aspect_ratio":"landscape","n_frames":"10","size":"high","character_id_list":["c1","c2"]}""" },
        { "defaults", Cat with { Model = "wan-2.6" }, "jobs wan/2-6-text-to-video", "text-to-video",
            """{"prompt":"a cat","duration":"5","resolution":"720p","multi_shots":false}""" },
        { "first frame", Cat with { Model = "wan-2.6", FirstFrame = "asset_a", Duration = 15, Resolution = "1080p", MultiShot = true }, "jobs wan/2-6-image-to-video", "image-to-video",
            """{"prompt":"a cat","image_urls":["asset_a"],"duration":"15","resolution":"1080p","multi_shots":true}""" },
        { "a number", Cat with { Model = "grok-imagine", Parameters = new() { ["mode"] = "spicy" } }, "jobs grok-imagine/text-to-video", "text-to-video",
            """{"prompt":"a cat","aspect_ratio":"9:16","mode":"spicy","duration":6,"resolution":"480p"}""" },
        { "a string", new() { Model = "grok-video", FirstFrame = "asset_a", Duration = 30, Resolution = "1080p" }, "jobs grok-imagine/image-to-video", "image-to-video",
            """{"image_urls":["asset_a"],"duration":"30","resolution":"1080p"}""" },
        { "references", Cat with { Model = "grok-imagine", References = ["asset_a", "asset_b"], AspectRatio = "3:2" }, "jobs grok-imagine/image-to-video", "reference-to-video",
            """{"prompt":"a cat","image_urls":["asset_a","asset_b"],"duration":"6","resolution":"480p","aspect_ratio":"3:2"}""" },
        { "style by words", Cat with { Model = "grok-imagine", Style = "anime" }, "jobs grok-imagine/text-to-video", "text-to-video",
            """{"prompt":"a cat. The style is anime.","aspect_ratio":"9:16","duration":6,"resolution":"480p"}""" },
        { "a shorthand", Cat with { Model = "wan-2.6", Resolution = "1080p_multi" }, "jobs wan/2-6-text-to-video", "text-to-video",
            """{"prompt":"a cat","duration":"5","resolution":"1080p","multi_shots":true}""" },
        { "the provider's words", Cat with { Model = "sora-2-pro", Resolution = "HIGH", AspectRatio = "Portrait" }, "jobs sora-2-pro-text-to-video", "text-to-video",
            """{"prompt":"a cat","aspect_ratio":"portrait","n_frames":"10","size":"high"}""" },
        { "capitals", Cat with { Model = "hailuo-2.3", FirstFrame = "asset_a", Resolution = "1080P" }, "jobs hailuo/2-3-image-to-video-standard", "image-to-video",
            """{"prompt":"a cat","image_url":"asset_a","duration":"6","resolution":"1080P"}""" },
        { "a tier", Cat with { Model = "kling-2.1", FirstFrame = "asset_a", Tier = "Standard" }, "jobs kling/v2-1-standard", "image-to-video",
            """{"prompt":"a cat","image_url":"asset_a","duration":"5","cfg_scale":0.5}""" },
        { "pictures as objects", Cat with { Model = "pixverse-v6", References = ["asset_a"] }, "jobs pixverse-v6/reference-to-video", "reference-to-video",
            """{"prompt":"a cat","image_references":[{"image_url":"asset_a"}],"aspect_ratio":"16:9","quality":"720p","duration":5,"generate_audio_switch":false}""" },
        { "an integer", Cat with { Model = "grok-imagine-1.5", Duration = 1, AspectRatio = "auto" }, "jobs grok-imagine-video-1-5-preview", "text-to-video",
            """{"prompt":"a cat","aspect_ratio":"auto","resolution":"480p","duration":1}""" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Form_becomes_the_providers_input(string what, GenerationInput form, string route, string mode, string wire)
    {
        var plan = Planned(form);

        plan.WireInput.ToJsonString().ShouldBe(wire, what);
        (plan.Mode, $"{plan.Route.Endpoint} {plan.Route.WireId}").ShouldBe((mode, route));
        ModelCatalog.CheckWire(plan.Variant, plan.WireInput).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Input_reads_back_into_the_form_with_its_defaults(string what, GenerationInput form, string route, string mode, string wire)
    {
        var variant = Shipped.Sandbox.FindWire(route.Split(' ')[0], route.Split(' ')[1])!;
        var read = Shipped.Sandbox.ReadWire(variant, JsonNode.Parse(wire)!.AsObject());
        var planned = Planned(form).Input;

        read.Mode.ShouldBe(mode, what);
        // What was said in the prompt stays in the prompt.
        if (planned.Style is not null) planned = planned with { Style = null, Prompt = read.Prompt };
        (read with { References = [], Parameters = null }).ShouldBe(planned with { Model = variant.Id, References = [], Parameters = null });
        read.References.ShouldBe(planned.References);
        read.Parameters?.ToJsonString().ShouldBe(planned.Parameters?.ToJsonString());
    }

    [Fact]
    public void Planned_form_can_be_planned_again_to_the_same_end()
    {
        var once = Planned(Cat with { Model = "grok-video", References = ["asset_a", "asset_b"] });
        var again = Planned(once.Input);
        again.WireInput.ToJsonString().ShouldBe(once.WireInput.ToJsonString());
        again.Input.ShouldBe(once.Input);
        once.Input.Model.ShouldBe("grok-imagine");
    }

    [Fact]
    public void Variant_id_pins_the_variant() =>
        Planned(Cat with { Model = "kling-2.6/image-to-video", FirstFrame = "asset_a" }).Input.Model.ShouldBe("kling-2.6/image-to-video");

    private static GenerationPlan Planned(GenerationInput form)
    {
        var result = Shipped.Sandbox.Plan(form);
        result.Faults.ShouldBeEmpty();
        return result.Plan!;
    }
}
