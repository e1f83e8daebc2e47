using System.Text.Json.Nodes;
using Kinora.Core.Catalog;

namespace Kinora.Core.Tests.Catalog;

public class ModeFormTests
{
    [Theory]
    [InlineData("veo-3.1-fast", "text-to-video", "prompt* text; aspectRatio choice 16:9,9:16 =16:9; resolution choice 720p,1080p,4k =720p; duration choice 4,6,8 =8; seed integer; watermark text; translation boolean =true")]
    [InlineData("veo-3.1-fast", "reference-to-video", "prompt* text; references* images; aspectRatio choice 16:9,9:16,auto =16:9; resolution choice 720p,1080p,4k =720p; duration choice 8 =8; seed integer; watermark text; translation boolean =true")]
    [InlineData("kling-2.6", "text-to-video", "prompt* text; aspectRatio choice 1:1,16:9,9:16 =16:9; duration choice 5,10 =5; sound boolean =false")]
    [InlineData("kling-2.6", "image-to-video", "prompt* text; firstFrame* image; duration choice 5,10 =5; sound boolean =false")]
    [InlineData("sora-2-pro", "text-to-video", "prompt* text; aspectRatio choice 16:9,9:16 =16:9; duration choice 10,15 =10; resolution choice 720p,1080p =720p; removeWatermark boolean; parameters.upload_method choice s3,oss =s3; parameters.character_id_list list")]
    [InlineData("grok-imagine", "image-to-video", "prompt text; firstFrame* image; parameters.mode choice fun,normal =normal; duration integer =6; resolution choice 480p,720p,1080p =480p; style choice realistic,fantasy,sci-fi,cinematic,anime,cartoon")]
    [InlineData("grok-imagine-1.5", "text-to-video", "prompt* text; aspectRatio choice 1:1,16:9,9:16,3:2,2:3,auto =9:16; resolution choice 480p,720p,1080p =480p; duration integer =8; parameters.nsfw_checker boolean =false; style choice realistic,fantasy,sci-fi,cinematic,anime,cartoon")]
    public void Controls_are_those_of_the_mode_in_order(string model, string mode, string controls) =>
        string.Join("; ", Form(model, mode).Controls.Select(Shown)).ShouldBe(controls);

    [Fact]
    public void Product_offers_each_mode_once_with_its_variant() =>
        Shipped.Sandbox.Find("grok-imagine")!.Modes.Select(mode => (mode.Mode, mode.Variant)).ShouldBe([
            ("text-to-video", "grok-imagine/text-to-video"),
            ("image-to-video", "grok-imagine/image-to-video"),
            ("reference-to-video", "grok-imagine/image-to-video"),
            ("extend", "grok-imagine/extend"),
            ("upscale", "grok-imagine/upscale")]);

    [Fact]
    public void Mode_with_several_tiers_comes_once_for_each() =>
        Shipped.Sandbox.Find("kling-2.1")!.Modes.Select(mode => $"{mode.Mode} {mode.Tier}").ShouldBe(
            ["image-to-video pro", "image-to-video standard", "image-to-video master", "text-to-video master"]);

    [Fact]
    public void Limits_come_with_the_control()
    {
        var controls = Form("grok-imagine", "reference-to-video").Controls;
        var (pictures, duration) = (controls.Single(one => one.Role is "references"), controls.Single(one => one.Role is "duration"));
        (pictures.MinItems, pictures.MaxItems, pictures.MaxMegabytes).ShouldBe((2, 7, 10));
        pictures.ContentTypes.ShouldBe(["image/jpeg", "image/png", "image/webp"]);
        (duration.Min, duration.Max).ShouldBe((6m, 30m));
        controls.Single(one => one.Role is "prompt").MaxLength.ShouldBe(5000);
    }

    [Fact]
    public void Values_have_the_forms_own_types()
    {
        var duration = Form("kling-2.6", "text-to-video").Controls.Single(control => control.Role is "duration");
        new JsonArray([.. duration.Choices!.Select(choice => choice.DeepClone())]).ToJsonString().ShouldBe("[5,10]");
    }

    private static ModeForm Form(string model, string mode) => Shipped.Sandbox.Find(model)!.Modes.Single(one => one.Mode == mode);

    private static string Shown(FormControl control) =>
        control.Role + (control.Required ? "* " : " ") + control.Type
        + (control.Choices is null ? "" : " " + string.Join(',', control.Choices))
        + (control.Default is null ? "" : " =" + control.Default);
}
