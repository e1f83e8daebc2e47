namespace Kinora.Sandbox.Rendering;

/// <summary>Finds a font for captions among those of the system, without fontconfig.</summary>
internal static class FontFile
{
    private static readonly string[] Folders =
    [
        "/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "/System/Library/Fonts", Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
    ];

    // The better the earlier; after them, any font at all.
    private static readonly string[] Preferred =
        ["Inter-Medium", "NotoSans-Medium", "NotoSans-Regular", "DejaVuSans", "LiberationSans-Regular", "FreeSans", "Arial", "Helvetica", "segoeui"];

    /// <summary>Null when the system has none.</summary>
    public static Font? Find()
    {
        var rules = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 6 };
        var fonts = Folders
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", rules))
            .Where(file => Path.GetExtension(file).ToUpperInvariant() is ".TTF" or ".OTF")
            .Order(StringComparer.Ordinal)
            .ToList();
        return Preferred.Select(name => fonts.Find(font => Path.GetFileNameWithoutExtension(font) == name)).OfType<string>()
            .Concat(fonts).Select(Font.Read).FirstOrDefault(font => font is not null);
    }
}
