using System.Text.Json.Nodes;
using Kinora.Core.Generations;

namespace Kinora.Core.Tests.Catalog;

/// <summary>What the sandbox reads of sparse input: the provider's own defaults, and the mode from the pictures.</summary>
public class WireReadTests
{
    [Fact]
    public void Absent_fields_take_the_providers_default_not_ours()
    {
        var read = Read("wan/2-6-text-to-video", """{"prompt":"x"}""");
        (read.Resolution, read.Duration, read.MultiShot).ShouldBe(("1080p", 5, false));
        Shipped.Sandbox.UpstreamCredits(Shipped.Variant("wan/2-6-text-to-video"), read).ShouldBe(104.5m);
    }

    [Fact]
    public void Default_that_the_provider_does_not_tell_is_ours() =>
        Read("grok-imagine/text-to-video", """{"prompt":"x"}""").Duration.ShouldBe(6);

    [Theory]
    [InlineData("""{"prompt":"x"}""", "text-to-video")]
    [InlineData("""{"prompt":"x","imageUrls":["a"]}""", "image-to-video")]
    [InlineData("""{"prompt":"x","imageUrls":["a","b"]}""", "image-to-video")]
    [InlineData("""{"prompt":"x","imageUrls":["a","b","c"]}""", "reference-to-video")]
    [InlineData("""{"prompt":"x","imageUrls":["a"],"generationType":"REFERENCE_2_VIDEO"}""", "reference-to-video")]
    public void Mode_follows_from_the_pictures_unless_it_is_named(string wire, string mode) => Read("veo3_fast", wire).Mode.ShouldBe(mode);

    [Fact]
    public void Number_as_text_is_read_as_a_number() => Read("veo3_fast", """{"prompt":"x","duration":"6"}""").Duration.ShouldBe(6);

    [Theory]
    [InlineData("veo3_fast", null, true)]
    [InlineData("kling-2.6/text-to-video", true, true)]
    [InlineData("kling-2.6/text-to-video", false, false)]
    [InlineData("kling-2.6/text-to-video", null, false)]
    public void Sound_is_known_from_the_model_and_the_input(string variant, bool? sound, bool expected) =>
        Shipped.Sandbox.HasSound(Shipped.Variant(variant), new GenerationInput { Model = variant, Sound = sound }).ShouldBe(expected);

    private static GenerationInput Read(string variant, string wire) =>
        Shipped.Sandbox.ReadWire(Shipped.Variant(variant), JsonNode.Parse(wire)!.AsObject());
}
