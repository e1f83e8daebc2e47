using System.Text.Json.Nodes;
using Kinora.Core.Accounts;
using Kinora.Core.Assets;
using Kinora.Core.Catalog;
using Kinora.Core.Fetching;
using Kinora.Core.Generations;
using Kinora.Core.Media;
using Kinora.Core.Tests.Fetching;
using Kinora.Core.Tests.Generations;
using Kinora.Core.Tests.Media;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kinora.Core.Tests.Assets;

public sealed class InputMediaTests : IAsyncDisposable
{
    private readonly EngineFixture _engine = new();
    private readonly MediaProcess _process = new(TimeProvider.System);
    private readonly GuardedHttp _http = new(FetchOptions.Parse("127.0.0.1"), TimeProvider.System);
    private readonly AssetLibrary _library;
    private readonly InputMedia _media;

    public InputMediaTests()
    {
        _library = new AssetLibrary(_engine.Files, _engine.Index, _engine.Loose, new Ffprobe(_process), new PictureMaker(_process, NullLogger<PictureMaker>.Instance), _http, _engine.Clock);
        _media = new InputMedia(_library, _engine.Index);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Media_of_every_field_come_home_with_their_measures()
    {
        await using var site = await SiteAsync();
        var picture = await UploadAsync("png");
        var form = new GenerationInput
        {
            Model = "m",
            FirstFrame = picture.Id,
            LastFrame = $"{site.Address}last.jpg",
            References = [$"{site.Address}one.webp", picture.Id],
            SourceVideo = $"{site.Address}source.mp4",
            MotionVideo = $"{site.Address}motion.mov",
            Audio = $"{site.Address}voice.wav",
            ReferenceVideos = [$"{site.Address}two.webm"],
            ReferenceAudio = [$"{site.Address}three.mp3", $"{site.Address}voice.wav"],
            Source = "gen_1",
        };
        var wire = new JsonObject { ["video"] = form.SourceVideo, ["images"] = new JsonArray(new JsonObject { ["image_url"] = form.References[0] }), ["task"] = "gen_1" };

        var home = await _media.BringHomeAsync("acc", Plan(form, wire), Stop);

        home.Faults.ShouldBeEmpty();
        var input = home.Plan.Input;
        string[] ids =
        [
            input.FirstFrame!, input.LastFrame!, .. input.References, input.SourceVideo!, input.MotionVideo!, input.Audio!, .. input.ReferenceVideos, .. input.ReferenceAudio,
        ];
        ids.ShouldAllBe(id => id.StartsWith("asset_"));
        (input.References[1], input.ReferenceAudio[1], input.Source).ShouldBe((picture.Id, input.Audio, "gen_1"));
        home.Facts.Media.Keys.ShouldBe(ids.Distinct(), ignoreOrder: true);
        home.Facts.Media[input.MotionVideo!].Facts.ContentType.ShouldBe("video/quicktime");
        home.Facts.Media[input.Audio!].Facts.DurationSeconds.ShouldBe(2);
        home.Facts.Media[picture.Id].ShouldBe(new MediaMeasure(picture.Facts, picture.Bytes));
        home.Plan.WireInput.ToJsonString().ShouldBe(
            $$"""{"video":"{{input.SourceVideo}}","images":[{"image_url":"{{input.References[0]}}"}],"task":"gen_1"}""");
        // What two fields name is fetched once.
        site.Requests.ShouldBe(7);
    }

    [Theory]
    [InlineData("sourceVideo", "png", "A video is expected here, and this is a picture.")]
    [InlineData("motionVideo", "wav", "A video is expected here, and this is a sound file.")]
    [InlineData("audio", "mp4", "A sound file is expected here, and this is a video.")]
    [InlineData("firstFrame", "mp4", "A picture is expected here, and this is a video.")]
    [InlineData("references", "wav", "A picture is expected here, and this is a sound file.")]
    [InlineData("referenceVideos", "png", "A video is expected here, and this is a picture.")]
    [InlineData("referenceAudio", "png", "A sound file is expected here, and this is a picture.")]
    public async Task Medium_of_another_kind_is_a_fault_of_its_field(string field, string extension, string expected)
    {
        await using var site = await SiteAsync();
        var asset = await UploadAsync(extension);
        foreach (var given in new[] { asset.Id, $"{site.Address}a.{extension}" })
        {
            var plan = Plan(MediaRole.Find(field)!.Set(new() { Model = "m" }, [given]), []);

            var home = await _media.BringHomeAsync("acc", plan, Stop);

            var fault = home.Faults.ShouldHaveSingleItem();
            (fault.Field, fault.Message, fault.Given!.GetValue<string>()).ShouldBe((field, expected, given));
            home.Plan.ShouldBe(plan);
        }
    }

    [Fact]
    public async Task One_asset_in_a_field_that_suits_and_one_that_does_not_is_at_fault_in_the_latter()
    {
        var video = await UploadAsync("mp4");

        var home = await _media.BringHomeAsync("acc", Plan(new() { Model = "m", FirstFrame = video.Id, SourceVideo = video.Id }, []), Stop);

        home.Faults.ShouldHaveSingleItem().Field.ShouldBe("firstFrame");
    }

    [Theory]
    [InlineData("asset_of_nobody", "There is no such asset in this account.")]
    [InlineData("not an address", "Give an asset id (asset_…) or an https URL.")]
    public async Task What_is_neither_an_own_asset_nor_an_address_is_a_fault(string given, string expected)
    {
        var home = await _media.BringHomeAsync("acc", Plan(new() { Model = "m", Audio = given }, []), Stop);

        home.Faults.ShouldHaveSingleItem().Message.ShouldBe(expected);
    }

    [Fact]
    public async Task Known_are_the_measures_of_own_assets_and_nothing_is_fetched()
    {
        await using var site = await SiteAsync();
        var (video, sound) = (await UploadAsync("mp4"), await UploadAsync("wav"));
        var form = new GenerationInput
        {
            Model = "m",
            SourceVideo = video.Id,
            ReferenceAudio = [sound.Id, sound.Id],
            FirstFrame = $"{site.Address}a.png",
            LastFrame = "asset_of_nobody",
            References = [null!],
        };

        var known = await _media.KnownAsync("acc", form, Stop);

        known.Media.Keys.ShouldBe([video.Id, sound.Id], ignoreOrder: true);
        known.Media[sound.Id].Facts.DurationSeconds.ShouldBe(2);
        known.Source.ShouldBeNull();
        site.Requests.ShouldBe(0);
        (await _media.KnownAsync("another", form, Stop)).Media.ShouldBeEmpty();
    }

    private static GenerationPlan Plan(GenerationInput input, JsonObject wire) => new()
    {
        Model = null!, Variant = null!, Mode = "any", Input = input, Routes = [new(new("kie", "jobs", "any"), wire)], Quote = Some.Generation().Quote,
    };

    // Each address is a file of the kind that its name says.
    private static Task<LoopbackSite> SiteAsync() => LoopbackSite.StartAsync(
        async context => await context.Response.Body.WriteAsync(await Clips.OfAsync(context.Request.Path.Value!.Split('.')[1]), Stop));

    private async Task<Asset> UploadAsync(string extension)
    {
        await _engine.Accounts.CreateAsync(new("acc", "Account", AccountRole.User, 0, 0), null, Stop);
        return await _library.UploadAsync("acc", new MemoryStream(await Clips.OfAsync(extension)), Stop);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.Dispose();
        await _engine.DisposeAsync();
    }
}
