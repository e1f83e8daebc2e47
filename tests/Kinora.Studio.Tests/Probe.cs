using Kinora.Testing.Processes;
using Microsoft.Playwright;

namespace Kinora.Studio.Tests;

/// <summary>Looks for faults of one kind in the page as it stands; what it finds is told in words.</summary>
internal static class Probe
{
    private static readonly string Folder = Path.Combine(Checkout.Folder, "tests", "Kinora.Studio.Tests", "Probes");

    /// <param name="root">Where to look, unless something is open.</param>
    public static Task<string[]> SmallTargetsAsync(this IPage page, string root = "body") => page.RunAsync("small-targets", root);

    /// <summary>English words on a page in another alphabet.</summary>
    /// <param name="names">What stays as it is.</param>
    /// <param name="words">What people wrote: each of its words may stand anywhere.</param>
    public static Task<string[]> EnglishAsync(this IPage page, IReadOnlyList<string> names, IReadOnlyList<string> words) => page.RunAsync("english", new { names, words });

    public static Task<string[]> ClippedAsync(this IPage page) => page.RunAsync("clipped");

    private static async Task<string[]> RunAsync(this IPage page, string probe, object? argument = null)
    {
        var script = await File.ReadAllTextAsync(Path.Combine(Folder, probe + ".js"), TestContext.Current.CancellationToken);
        return await page.EvaluateAsync<string[]>(script, argument);
    }
}
