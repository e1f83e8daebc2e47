using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Kinora.Core.Storage.Sqlite;

/// <summary>Chooses the native SQLite once per process: the system's where it is 3.38 or newer, else the bundled 3.35.5.</summary>
internal static class SqliteLibrary
{
    private const int OldestWelcome = 3_038_000;
    private static readonly Lazy<bool> Loaded = new(Load);

    public static void EnsureLoaded() => _ = Loaded.Value;

    private static bool Load()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        return true;
    }

    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != "e_sqlite3" || !NativeLibrary.TryLoad("libsqlite3.so.0", out var system)) return IntPtr.Zero;
        if (NativeLibrary.TryGetExport(system, "sqlite3_libversion_number", out var export)
            && Marshal.GetDelegateForFunctionPointer<VersionNumber>(export)() >= OldestWelcome)
        {
            return system;
        }

        NativeLibrary.Free(system);
        return IntPtr.Zero;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int VersionNumber();
}
