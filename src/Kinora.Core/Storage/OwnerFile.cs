namespace Kinora.Core.Storage;

/// <summary>Files that hold secrets or people's words: nobody but the user of this process may read them, whatever folder they lie in.</summary>
public static class OwnerFile
{
    /// <summary>Opens a file for writing. One that is new is its owner's alone; the permissions of one that was there stay.</summary>
    public static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(path, options);
    }
}
