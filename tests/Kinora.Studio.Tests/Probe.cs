using Kinora.Testing.Processes;
using Microsoft.Playwright;

namespace Kinora.Studio.Tests;

/// <summary>Looks for faults of one kind in the page as it stands; what it finds is told in words.</summary>
internal static class Probe
{
    private static readonly string Folder = Path.Combine(Checkout.Folder, "tests", "Kinora.Studio.Tests", "Probes");

    /// <param name="root">Where to look, unless something is open.</param>
    public static Task<string[]> SmallTargetsAsync(this IPage page, string root = "body") => page.RunAsync("small-targets", root);

    private static async Task<string[]> RunAsync(this IPage page, string probe, object argument)
    {
        var script = await File.ReadAllTextAsync(Path.Combine(Folder, probe + ".js"), TestContext.Current.CancellationToken);
        return await page.EvaluateAsync<string[]>(script, argument);
    }
}
