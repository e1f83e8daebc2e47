namespace Kinora.HouseRules;

/// <summary>The files of the checkout that people write: no build output, no packages, no data.</summary>
internal static class Checkout
{
    private static readonly HashSet<string> NotOurs =
        [".git", ".kinora", ".vs", "artifacts", "bin", "dist", "node_modules", "obj", "StrykerOutput", "TestResults", "wwwroot"];

    public static string Root { get; } = FindRoot();

    /// <summary>Every file under <paramref name="folder"/> whose name ends so, with its path from the root, in order.</summary>
    public static IReadOnlyList<SourceFile> Files(string folder, params IReadOnlyList<string> endings) =>
        [.. Under(Path.Combine(Root, folder))
            .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
            .Select(path => new SourceFile(Path.GetRelativePath(Root, path), File.ReadAllText(path)))
            .OrderBy(file => file.Path, StringComparer.Ordinal)];

    public static IReadOnlyList<SourceFile> SourceCode() => Files("src", ".cs");

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<string> Under(string folder) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder).Concat(
                Directory.EnumerateDirectories(folder).Where(path => !NotOurs.Contains(Path.GetFileName(path))).SelectMany(Under))
            : [];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Kinora.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run inside a checkout.");
        return folder.FullName;
    }
}

/// <summary>A text file; <paramref name="Path"/> from the root with forward slashes.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    public bool IsUnder(params IReadOnlyList<string> folders) =>
        folders.Any(folder => Path.StartsWith(folder + "/", StringComparison.Ordinal));
}
