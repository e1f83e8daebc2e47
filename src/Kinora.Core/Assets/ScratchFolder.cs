namespace Kinora.Core.Assets;

/// <summary>A local folder for files in the making.</summary>
internal sealed class ScratchFolder
{
    /// <summary>Makes the folder where it is missing; what an earlier process left in it is deleted.</summary>
    public ScratchFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(Path);
        foreach (var left in Directory.EnumerateFiles(Path)) File.Delete(left);
    }

    public string Path { get; }

    /// <summary>A path in it that nobody else has.</summary>
    public string NewPath(string extension) => System.IO.Path.Combine(Path, $"{Guid.NewGuid():N}.{extension.TrimStart('.')}");
}
