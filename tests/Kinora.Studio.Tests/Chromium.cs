namespace Kinora.Studio.Tests;

/// <summary>The system's own browser; none is downloaded.</summary>
internal static class Chromium
{
    public static string Path { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .Select(folder => System.IO.Path.Combine(folder, "chromium"))
            .FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("Install the package chromium; ./test does where it may.");
}
