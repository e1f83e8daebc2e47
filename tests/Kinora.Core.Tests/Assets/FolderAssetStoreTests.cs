using Kinora.Core.Assets;

namespace Kinora.Core.Tests.Assets;

public sealed class FolderAssetStoreTests : AssetStoreCompliance, IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("kinora-assets-").FullName;

    public FolderAssetStoreTests() => Store = new FolderAssetStore(_root);

    protected override IAssetStore Store { get; }

    [Fact]
    public async Task Readers_keep_what_a_key_held_when_they_opened_it()
    {
        await Store.ImportAsync("a", await FileAsync("old"), Stop);
        await using var replaced = (await Store.OpenAsync("a", Stop))!;
        await Store.ImportAsync("a", await FileAsync("new"), Stop);
        await using var deleted = (await Store.OpenAsync("a", Stop))!;
        await Store.DeleteAsync("a", Stop);

        (await RestAsync(replaced)).ShouldBe("old");
        (await RestAsync(deleted)).ShouldBe("new");
    }

    [Fact]
    public async Task Delete_takes_empty_folders_along()
    {
        await Store.ImportAsync("outputs/acc/gen_1/0.mp4", await FileAsync("x"), Stop);
        await Store.ImportAsync("outputs/other/gen_2/0.mp4", await FileAsync("x"), Stop);

        await Store.DeleteAsync("outputs/acc/gen_1/0.mp4", Stop);

        Directory.GetDirectories(Path.Combine(_root, "outputs")).ShouldBe([Path.Combine(_root, "outputs", "other")]);
    }

    [Theory]
    [InlineData("tmp/x")]
    [InlineData("tmp")]
    public async Task Files_in_the_making_have_no_keys(string key) =>
        await Should.ThrowAsync<ArgumentException>(() => Store.OpenAsync(key, Stop));

    [Fact]
    public async Task Start_sweeps_files_in_the_making_and_keeps_the_rest()
    {
        var left = await FileAsync("half");
        await Store.ImportAsync("a", await FileAsync("whole"), Stop);

        var after = new FolderAssetStore(_root);

        File.Exists(left).ShouldBeFalse();
        await using var kept = (await after.OpenAsync("a", Stop)).ShouldNotBeNull();
        (await RestAsync(kept)).ShouldBe("whole");
    }

    [Fact]
    public async Task A_node_that_starts_leaves_alone_what_another_one_is_making_unless_it_is_old()
    {
        var other = new FolderAssetStore(_root, "other", TimeProvider.System);
        var (making, old) = (other.TemporaryPath("mp4"), other.TemporaryPath("mp4"));
        await File.WriteAllTextAsync(making, "half", Stop);
        await File.WriteAllTextAsync(old, "half", Stop);
        File.SetLastWriteTimeUtc(old, TimeProvider.System.GetUtcNow().AddHours(-25).UtcDateTime);
        var mine = new FolderAssetStore(_root, "mine", TimeProvider.System).TemporaryPath("mp4");
        await File.WriteAllTextAsync(mine, "half", Stop);

        _ = new FolderAssetStore(_root, "mine", TimeProvider.System);

        (File.Exists(making), File.Exists(old), File.Exists(mine)).ShouldBe((true, false, false));
        await other.ImportAsync("a", making, Stop);
        await Should.ThrowAsync<ArgumentException>(() => other.OpenAsync("tmp/mine/x", Stop));
    }

    [Fact]
    public async Task It_has_no_addresses_of_its_own() =>
        (await Store.LinkAsync("a", TimeSpan.FromHours(1), null, Stop)).ShouldBeNull();

    // A file stands where the folder should be: nobody can write there, not even root.
    [Fact]
    public async Task A_folder_that_cannot_be_written_raises_what_waits_for_better_days()
    {
        await File.WriteAllTextAsync(Path.Combine(_root, "outputs"), "in the way", Stop);
        var path = await FileAsync("video");

        await Should.ThrowAsync<IOException>(() => Store.ImportAsync("outputs/gen_1/0.mp4", path, Stop));
        File.Exists(path).ShouldBeTrue();
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
