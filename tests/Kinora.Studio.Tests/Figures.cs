using Kinora.Testing.Processes;

namespace Kinora.Studio.Tests;

/// <summary>What was measured: told with the test, and kept in artifacts/figures/studio.txt. Times depend on the machine and prove nothing.</summary>
internal static class Figures
{
    private static readonly Lock Writing = new();

    public static void Tell(string figure)
    {
        TestContext.Current.SendDiagnosticMessage(figure);
        TestContext.Current.TestOutputHelper?.WriteLine(figure);
        lock (Writing)
        {
            var folder = Directory.CreateDirectory(Path.Combine(Checkout.Folder, "artifacts", "figures")).FullName;
            File.AppendAllText(Path.Combine(folder, "studio.txt"), figure + Environment.NewLine);
        }
    }
}
