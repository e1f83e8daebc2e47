using System.Text.Json.Nodes;
using Kinora.Core.Catalog;

namespace Kinora.Core.Tests.Catalog;

public class WireCheckTests
{
    private const string Kling = "kling-2.6/text-to-video", KlingImage = "kling-2.6/image-to-video", Grok = "grok-imagine/text-to-video";

    [Theory]
    [InlineData(Kling, """{"prompt":"x","aspect_ratio":"16:9","duration":"5","sound":false}""")]
    [InlineData(Kling, """{"prompt":"x","aspect_ratio":"16:9","duration":5,"sound":false}""")]
    [InlineData(Kling, """{"prompt":"x","aspect_ratio":"16:9","duration":"5","sound":true,"colour":{"deep":[1]}}""")]
    [InlineData("veo3_fast", """{"prompt":"x"}""")]
    [InlineData("veo3_fast", """{"prompt":"x","duration":"8","imageUrls":[],"watermark":"","seeds":null}""")]
    [InlineData("veo3_fast", """{"prompt":"x","imageUrls":["a","b","c"]}""")]
    [InlineData(Grok, """{"prompt":"x","duration":7.5}""")]
    [InlineData("grok-imagine/image-to-video", """{"image_urls":["a"],"aspect_ratio":"1:1","duration":"12"}""")]
    public void Acceptable_input_has_no_fault(string variant, string wire) => Check(variant, wire).ShouldBeEmpty();

    [Theory]
    [InlineData(Kling, """{"aspect_ratio":"16:9","duration":"5","sound":false}""", "prompt", WireFaultKind.Required, "a value")]
    [InlineData(Kling, """{"prompt":"x","aspect_ratio":"16:9","duration":"5"}""", "sound", WireFaultKind.Required, "a value")]
    [InlineData(Kling, """{"prompt":"x","aspect_ratio":"16:9","duration":"5","sound":"yes"}""", "sound", WireFaultKind.WrongType, "true or false")]
    [InlineData(Kling, """{"prompt":["x"],"aspect_ratio":"16:9","duration":"5","sound":true}""", "prompt", WireFaultKind.WrongType, "a string")]
    [InlineData(Kling, """{"prompt":"x","aspect_ratio":"4:3","duration":"5","sound":true}""", "aspect_ratio", WireFaultKind.NotInEnum, "one of 1:1, 16:9, 9:16")]
    [InlineData(Kling, """{"prompt":"x","aspect_ratio":"16:9","duration":"7","sound":true}""", "duration", WireFaultKind.NotInEnum, "one of 5, 10")]
    [InlineData(KlingImage, """{"prompt":"x","image_urls":["a","b"],"duration":"5","sound":true}""", "image_urls", WireFaultKind.TooMany, "at most 1 items")]
    [InlineData(KlingImage, """{"prompt":"x","image_urls":[],"duration":"5","sound":true}""", "image_urls", WireFaultKind.Required, "a value")]
    [InlineData(KlingImage, """{"prompt":"x","image_urls":[7],"duration":"5","sound":true}""", "image_urls", WireFaultKind.WrongType, "a list of strings")]
    [InlineData("veo3_fast", """{"prompt":"x","duration":5}""", "duration", WireFaultKind.NotInEnum, "one of 4, 6, 8")]
    [InlineData("veo3_fast", """{"prompt":"x","duration":4.5}""", "duration", WireFaultKind.WrongType, "an integer")]
    [InlineData("veo3_fast", """{"prompt":"x","seeds":9999}""", "seeds", WireFaultKind.OutOfRange, "10000 to 99999")]
    [InlineData("veo3_fast", """{"prompt":"x","seeds":1e400}""", "seeds", WireFaultKind.WrongType, "an integer")]
    [InlineData("veo3_fast", """{"prompt":"x","aspect_ratio":"auto"}""", "aspect_ratio", WireFaultKind.NotInEnum, "one of 16:9, 9:16, Auto")]
    [InlineData("veo3_fast", """{"prompt":"x","generationType":"TEXT_2_VIDEO","imageUrls":["a"]}""", "imageUrls", WireFaultKind.TooMany, "at most 0 items in text-to-video")]
    [InlineData("veo3_fast", """{"prompt":"x","generationType":"REFERENCE_2_VIDEO"}""", "imageUrls", WireFaultKind.Required, "at least 1 items in reference-to-video")]
    [InlineData("veo3_fast", """{"prompt":"x","generationType":"REFERENCE_2_VIDEO","imageUrls":["a"],"duration":4}""", "duration", WireFaultKind.NotInEnum, "one of 8")]
    [InlineData("veo3", """{"prompt":"x","generationType":"REFERENCE_2_VIDEO","imageUrls":["a"]}""", "generationType", WireFaultKind.NotInEnum, "one of TEXT_2_VIDEO, FIRST_AND_LAST_FRAMES_2_VIDEO")]
    [InlineData(Grok, """{"prompt":"x","duration":5.9}""", "duration", WireFaultKind.OutOfRange, "6 to 30")]
    [InlineData(Grok, """{"prompt":"x","duration":"soon"}""", "duration", WireFaultKind.WrongType, "a number")]
    [InlineData("grok-imagine/image-to-video", """{"image_urls":["a"],"duration":"31"}""", "duration", WireFaultKind.OutOfRange, "6 to 30")]
    public void Fault_names_the_field_the_kind_and_what_would_do(string variant, string wire, string field, WireFaultKind kind, string expected) =>
        Check(variant, wire).ShouldBe([new WireFault(field, kind, expected)]);

    [Fact]
    public void Text_is_too_long_by_one_character()
    {
        JsonObject Wire(int length) => new() { ["prompt"] = new string('x', length), ["aspect_ratio"] = "1:1", ["duration"] = "5", ["sound"] = true };
        ModelCatalog.CheckWire(Shipped.Variant(Kling), Wire(1000)).ShouldBeEmpty();
        ModelCatalog.CheckWire(Shipped.Variant(Kling), Wire(1001)).ShouldBe([new WireFault("prompt", WireFaultKind.TooLong, "at most 1,000 characters")]);
    }

    [Fact]
    public void Wire_ids_are_found_exactly_and_per_endpoint()
    {
        Shipped.Sandbox.FindWire("veo", "veo3_fast")!.Id.ShouldBe("veo3_fast");
        Shipped.Sandbox.FindWire("jobs", "veo3_fast").ShouldBeNull();
        Shipped.Sandbox.FindWire("jobs", "Kling-2.6/text-to-video").ShouldBeNull();
    }

    private static IReadOnlyList<WireFault> Check(string variant, string wire) =>
        ModelCatalog.CheckWire(Shipped.Variant(variant), JsonNode.Parse(wire)!.AsObject());
}
