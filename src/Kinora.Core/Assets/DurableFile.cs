using System.Runtime.InteropServices;

namespace Kinora.Core.Assets;

/// <summary>Changes that survive a loss of power: file contents first, then the name, then the folders that hold it.</summary>
public static class DurableFile
{
    private const int MostTries = 10;

    /// <summary>Gives <paramref name="path"/> the name <paramref name="target"/>, atomically, replacing what was there. Both on one disk.</summary>
    /// <param name="root">Folders between the target and this one are made where they are missing, and made durable too.</param>
    public static void MoveInto(string root, string path, string target)
    {
        var folder = Path.GetDirectoryName(target)!;
        using (var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite))
        {
            RandomAccess.FlushToDisk(handle);
        }

        Move(path, folder, target);
        for (var at = folder; at.Length >= root.Length; at = Path.GetDirectoryName(at)!) SyncFolder(at);
    }

    /// <summary>Deletes a file, if it is there, and the folders between it and <paramref name="root"/> that are empty then.</summary>
    public static void Delete(string root, string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (!File.Exists(path)) return;
        try
        {
            File.Delete(path);
        }
        catch (DirectoryNotFoundException)
        {
            return;
        }

        while (folder.Length > root.Length && IsGone(folder)) folder = Path.GetDirectoryName(folder)!;
        SyncFolder(folder);
    }

    // A delete beside this may take a folder away between its making and its use.
    private static void Move(string path, string folder, string target)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                Directory.CreateDirectory(folder);
                File.Move(path, target, overwrite: true);
                return;
            }
            catch (Exception gone) when (gone is DirectoryNotFoundException or FileNotFoundException && tries < MostTries)
            {
                // Somebody removed a folder that was empty just now. Once more.
            }
        }
    }

    private static bool IsGone(string folder)
    {
        try
        {
            Directory.Delete(folder);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    // Windows has no such call and needs none: NTFS journals its names.
    private static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var descriptor = Open(folder, 0);
        if (descriptor < 0) return;
        _ = Sync(descriptor);
        _ = Close(descriptor);
    }

    [DllImport("libc", EntryPoint = "open"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int descriptor);

    [DllImport("libc", EntryPoint = "close"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
