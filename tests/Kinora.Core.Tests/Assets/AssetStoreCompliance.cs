using Kinora.Core.Assets;

namespace Kinora.Core.Tests.Assets;

/// <summary>What every asset store keeps to.</summary>
public abstract class AssetStoreCompliance
{
    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected abstract IAssetStore Store { get; }

    [Fact]
    public async Task Import_takes_the_file_and_it_can_be_read_with_seeking()
    {
        var path = await FileAsync("hello");

        await Store.ImportAsync("outputs/gen_1/video.mp4", path, Stop);

        File.Exists(path).ShouldBeFalse();
        await using var stream = (await Store.OpenAsync("outputs/gen_1/video.mp4", Stop)).ShouldNotBeNull();
        stream.CanSeek.ShouldBeTrue();
        stream.Length.ShouldBe(5);
        (await RestAsync(stream)).ShouldBe("hello");
        stream.Position = 1;
        (await RestAsync(stream)).ShouldBe("ello");
        stream.Seek(-2, SeekOrigin.End).ShouldBe(3);
        (await RestAsync(stream)).ShouldBe("lo");
        stream.Position = 5;
        (await RestAsync(stream)).ShouldBe("");
    }

    [Fact]
    public async Task Import_replaces_what_a_key_held()
    {
        await Store.ImportAsync("replaced", await FileAsync("old and long"), Stop);
        await Store.ImportAsync("replaced", await FileAsync("new"), Stop);

        (await ReadAsync("replaced")).ShouldBe("new");
    }

    [Fact]
    public async Task Import_from_outside_of_the_store_takes_the_file_as_well()
    {
        var outside = Path.GetTempFileName();
        await File.WriteAllTextAsync(outside, "text", Stop);

        await Store.ImportAsync("outside/b", outside, Stop);

        File.Exists(outside).ShouldBeFalse();
        (await ReadAsync("outside/b")).ShouldBe("text");
    }

    [Fact]
    public async Task Import_of_a_missing_file_leaves_the_key_as_it_was()
    {
        await Store.ImportAsync("kept", await FileAsync("old"), Stop);

        await Should.ThrowAsync<FileNotFoundException>(() => Store.ImportAsync("kept", Store.TemporaryPath("x"), Stop));

        (await ReadAsync("kept")).ShouldBe("old");
    }

    [Fact]
    public async Task Empty_file_is_one_too()
    {
        await Store.ImportAsync("empty", await FileAsync(""), Stop);

        (await ReadAsync("empty")).ShouldBe("");
    }

    [Fact]
    public async Task Large_file_comes_back_byte_for_byte_from_wherever_it_is_read()
    {
        var bytes = new byte[3_000_001];
        new Random(7).NextBytes(bytes);
        var path = Store.TemporaryPath("bin");
        await File.WriteAllBytesAsync(path, bytes, Stop);
        await Store.ImportAsync("large", path, Stop);

        await using var stream = (await Store.OpenAsync("large", Stop)).ShouldNotBeNull();
        foreach (var (at, count) in new[] { (0, 3_000_001), (2_999_990, 11), (1_000_000, 700_000), (5, 5), (1_700_000, 1_300_001) })
        {
            var part = new byte[count];
            stream.Position = at;
            await stream.ReadExactlyAsync(part, Stop);
            part.AsSpan().SequenceEqual(bytes.AsSpan(at, count)).ShouldBeTrue($"{count} bytes from {at}");
        }
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("folder/missing")]
    [InlineData("folder")]
    public async Task What_is_not_there_opens_as_null_and_is_deleted_without_error(string key)
    {
        await Store.ImportAsync("folder/file", await FileAsync("x"), Stop);

        (await Store.OpenAsync(key, Stop)).ShouldBeNull();
        await Store.DeleteAsync(key, Stop);
        (await ReadAsync("folder/file")).ShouldBe("x");
    }

    [Fact]
    public async Task Deleted_file_is_gone_and_its_neighbours_stay()
    {
        await Store.ImportAsync("outputs/gen_2/0.mp4", await FileAsync("first"), Stop);
        await Store.ImportAsync("outputs/gen_2/0.webp", await FileAsync("second"), Stop);

        await Store.DeleteAsync("outputs/gen_2/0.mp4", Stop);
        await Store.DeleteAsync("outputs/gen_2/0.mp4", Stop);

        (await Store.OpenAsync("outputs/gen_2/0.mp4", Stop)).ShouldBeNull();
        (await ReadAsync("outputs/gen_2/0.webp")).ShouldBe("second");
        await Store.ImportAsync("outputs/gen_2/0.mp4", await FileAsync("third"), Stop);
        (await ReadAsync("outputs/gen_2/0.mp4")).ShouldBe("third");
    }

    [Fact]
    public async Task Imports_and_deletes_in_one_folder_do_not_disturb_each_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 24).Select(async number =>
        {
            var key = $"crowd/one/{number}";
            await Store.ImportAsync(key, await FileAsync(key), Stop);
            (await ReadAsync(key)).ShouldBe(key);
            await Store.DeleteAsync(key, Stop);
        }));
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
    public async Task Key_outside_of_its_form_is_refused(string key)
    {
        var path = await FileAsync("x");

        await Should.ThrowAsync<ArgumentException>(() => Store.ImportAsync(key, path, Stop));
        await Should.ThrowAsync<ArgumentException>(() => Store.OpenAsync(key, Stop));
        await Should.ThrowAsync<ArgumentException>(() => Store.DeleteAsync(key, Stop));
        File.Exists(path).ShouldBeTrue();
    }

    [Fact]
    public async Task Check_of_a_store_in_order_leaves_nothing()
    {
        await new AssetStoreCheck(Store).RunAsync(Stop);

        (await Store.OpenAsync(AssetStoreCheck.Key, Stop)).ShouldBeNull();
    }

    protected async Task<string> FileAsync(string content)
    {
        var path = Store.TemporaryPath("x");
        await File.WriteAllTextAsync(path, content, Stop);
        return path;
    }

    protected async Task<string> ReadAsync(string key)
    {
        await using var stream = (await Store.OpenAsync(key, Stop)).ShouldNotBeNull();
        return await RestAsync(stream);
    }

    protected static async Task<string> RestAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, leaveOpen: true);
        return await reader.ReadToEndAsync(Stop);
    }
}
