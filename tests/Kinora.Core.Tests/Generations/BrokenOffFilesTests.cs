using Kinora.Core.Fetching;
using Kinora.Core.Generations;

namespace Kinora.Core.Tests.Generations;

public sealed class BrokenOffFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-").FullName;
    private readonly BrokenOffFiles _files = new();

    [Fact]
    public void Whoever_takes_a_file_has_it_alone()
    {
        var file = Keep("gen_1/0");
        _files.Take("gen_1/1").ShouldBeNull();
        _files.Take("gen_1/0").ShouldBe(file);
        _files.Take("gen_1/0").ShouldBeNull();
    }

    [Fact]
    public void Of_too_many_the_oldest_go_from_the_disk_too()
    {
        var files = Enumerable.Range(0, 66).Select(number => Keep($"gen_{number}/0")).ToList();
        files.Select(file => File.Exists(file.Path)).ShouldBe([false, false, .. Enumerable.Repeat(true, 64)]);
        _files.Take("gen_1/0").ShouldBeNull();
        _files.Take("gen_2/0").ShouldBe(files[2]);
    }

    [Fact]
    public void What_nobody_comes_back_for_is_deleted_and_a_longer_name_is_another_generation()
    {
        var (first, second, other) = (Keep("gen_1/0"), Keep("gen_1/1"), Keep("gen_10/0"));
        _files.Forget("gen_1");
        new[] { first, second, other }.Select(file => File.Exists(file.Path)).ShouldBe([false, false, true]);
        _files.Take("gen_1/1").ShouldBeNull();
        _files.Take("gen_10/0").ShouldBe(other);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private PartialFile Keep(string output)
    {
        var file = new PartialFile(Path.Combine(_folder, output.Replace('/', '-')));
        File.WriteAllText(file.Path, output);
        _files.Keep(output, file);
        return file;
    }
}
