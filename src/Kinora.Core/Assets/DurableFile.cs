using System.Runtime.InteropServices;

namespace Kinora.Core.Assets;

/// <summary>Writes that survive a loss of power: file contents first, then the name, then the folders that hold it.</summary>
public static class DurableFile
{
    /// <summary>Gives <paramref name="path"/> the name <paramref name="target"/>, atomically, replacing what was there. Both on one disk.</summary>
    /// <param name="root">Folders between the target and this one are made where they are missing, and made durable too.</param>
    public static void MoveInto(string root, string path, string target)
    {
        var folder = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(folder);
        using (var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite))
        {
            RandomAccess.FlushToDisk(handle);
        }

        File.Move(path, target, overwrite: true);
        for (var at = folder; at.Length >= root.Length; at = Path.GetDirectoryName(at)!) SyncFolder(at);
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
