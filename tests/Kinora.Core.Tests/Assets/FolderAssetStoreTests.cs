using Kinora.Core.Assets;

namespace Kinora.Core.Tests.Assets;

public sealed class FolderAssetStoreTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("kinora-assets-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Import_moves_the_file_in_and_it_can_be_read_with_seeking()
    {
        var store = new FolderAssetStore(_root);
        var path = await FileAsync(store.TemporaryPath(".bin"), "hello");

        await store.ImportAsync("outputs/gen_1/video.mp4", path, Stop);

        File.Exists(path).ShouldBeFalse();
        await using var stream = (await store.OpenAsync("outputs/gen_1/video.mp4", Stop)).ShouldNotBeNull();
        stream.CanSeek.ShouldBeTrue();
        stream.Position = 1;
        (await new StreamReader(stream).ReadToEndAsync(Stop)).ShouldBe("ello");
    }

    [Fact]
    public async Task Import_replaces_what_a_key_held_while_readers_keep_the_old()
    {
        var store = new FolderAssetStore(_root);
        await store.ImportAsync("a", await FileAsync(store.TemporaryPath("x"), "old"), Stop);
        await using var reader = (await store.OpenAsync("a", Stop))!;

        await store.ImportAsync("a", await FileAsync(store.TemporaryPath("x"), "new"), Stop);

        (await new StreamReader(reader).ReadToEndAsync(Stop)).ShouldBe("old");
        (await ReadAsync(store, "a")).ShouldBe("new");
    }

    [Fact]
    public async Task Import_from_outside_of_the_store_takes_the_file_as_well()
    {
        var outside = Path.GetTempFileName();
        var store = new FolderAssetStore(_root);

        await store.ImportAsync("a/b", await FileAsync(outside, "text"), Stop);

        File.Exists(outside).ShouldBeFalse();
        (await ReadAsync(store, "a/b")).ShouldBe("text");
    }

    [Fact]
    public async Task Import_of_a_missing_file_leaves_the_key_as_it_was()
    {
        var store = new FolderAssetStore(_root);
        await store.ImportAsync("a", await FileAsync(store.TemporaryPath("x"), "old"), Stop);

        await Should.ThrowAsync<FileNotFoundException>(() => store.ImportAsync("a", store.TemporaryPath("x"), Stop));

        (await ReadAsync(store, "a")).ShouldBe("old");
    }

    [Fact]
    public async Task Delete_takes_the_file_and_its_empty_folders_and_leaves_readers_and_neighbours_alone()
    {
        var store = new FolderAssetStore(_root);
        await store.ImportAsync("outputs/gen_1/0.mp4", await FileAsync(store.TemporaryPath("x"), "first"), Stop);
        await store.ImportAsync("outputs/gen_2/0.mp4", await FileAsync(store.TemporaryPath("x"), "second"), Stop);
        await using var reader = (await store.OpenAsync("outputs/gen_1/0.mp4", Stop))!;

        await store.DeleteAsync("outputs/gen_1/0.mp4", Stop);
        await store.DeleteAsync("outputs/gen_1/0.mp4", Stop);

        (await new StreamReader(reader).ReadToEndAsync(Stop)).ShouldBe("first");
        (await store.OpenAsync("outputs/gen_1/0.mp4", Stop)).ShouldBeNull();
        Directory.Exists(Path.Combine(_root, "outputs", "gen_1")).ShouldBeFalse();
        (await ReadAsync(store, "outputs/gen_2/0.mp4")).ShouldBe("second");
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("folder/missing")]
    [InlineData("folder")]
    public async Task Open_of_a_key_that_is_not_there_is_null(string key)
    {
        var store = new FolderAssetStore(_root);
        await store.ImportAsync("folder/file", await FileAsync(store.TemporaryPath("x"), "x"), Stop);

        (await store.OpenAsync(key, Stop)).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("../up")]
    [InlineData("a/../../up")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData("./a")]
    [InlineData("a\\b")]
    [InlineData("A")]
    [InlineData("a%2fb")]
    [InlineData("a\0b")]
    [InlineData("tmp/x")]
    [InlineData("tmp")]
    public async Task Key_outside_of_its_form_is_refused(string key)
    {
        var store = new FolderAssetStore(_root);
        var path = await FileAsync(store.TemporaryPath("x"), "x");

        await Should.ThrowAsync<ArgumentException>(() => store.ImportAsync(key, path, Stop));
        await Should.ThrowAsync<ArgumentException>(() => store.OpenAsync(key, Stop));
        await Should.ThrowAsync<ArgumentException>(() => store.DeleteAsync(key, Stop));
        await Should.ThrowAsync<ArgumentException>(() => store.LinkAsync(key, TimeSpan.FromHours(1), null, Stop));
        File.Exists(path).ShouldBeTrue();
    }

    [Fact]
    public async Task Start_sweeps_files_in_the_making_and_keeps_the_rest()
    {
        var before = new FolderAssetStore(_root);
        var left = await FileAsync(before.TemporaryPath("x"), "half");
        await before.ImportAsync("a", await FileAsync(before.TemporaryPath("x"), "whole"), Stop);

        var after = new FolderAssetStore(_root);

        File.Exists(left).ShouldBeFalse();
        (await ReadAsync(after, "a")).ShouldBe("whole");
    }

    private static async Task<string> FileAsync(string path, string content)
    {
        await File.WriteAllTextAsync(path, content, Stop);
        return path;
    }

    private static async Task<string> ReadAsync(FolderAssetStore store, string key)
    {
        await using var stream = (await store.OpenAsync(key, Stop)).ShouldNotBeNull();
        return await new StreamReader(stream).ReadToEndAsync(Stop);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
