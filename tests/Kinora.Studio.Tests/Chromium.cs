namespace Kinora.Studio.Tests;

/// <summary>The system's own browser, without its windows where it has such a one; none is downloaded.</summary>
internal static class Chromium
{
    public static string Path { get; } =
        (from name in (string[])["chromium-headless-shell", "chromium"]
         from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
         select System.IO.Path.Combine(folder, name)).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("Install the package chromium-headless-shell, or chromium; ./test does where it may.");
}
