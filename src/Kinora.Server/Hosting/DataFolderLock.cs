namespace Kinora.Server.Hosting;

/// <summary>Keeps a second server off the data folder. The system lets go of it when the process ends, however it ends.</summary>
internal sealed class DataFolderLock : IDisposable
{
    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    /// <summary>Makes the folder where it is absent and takes it.</summary>
    /// <exception cref="StartException">Another server has it, or it cannot be written.</exception>
    public static DataFolderLock Take(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            if (!OperatingSystem.IsWindows()) RestrictToOwner(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The data folder {folder} cannot be made or used: {e.Message}", e);
        }

        try
        {
            return new(new FileStream(Path.Combine(folder, "kinora.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StartException($"The data folder {folder} cannot be written: {e.Message}", e);
        }
        catch (IOException e)
        {
            throw new StartException($"Another kinora uses the data folder {folder}. Stop it, or give this one its own with {Settings.SettingNames.Data}.", e);
        }
    }

    public void Dispose() => _file.Dispose();

    // Keys and people's videos lie here: a new folder is for its owner alone, an old one is left as it is.
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void RestrictToOwner(string folder)
    {
        if (!Directory.EnumerateFileSystemEntries(folder).Any())
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
