namespace Kinora.Core.Tests.Histories;

/// <summary>How much is drawn at random. Where the same tests run a thousand times over, <c>KINORA_DRAWS</c> makes it less: 50 is a fiftieth.</summary>
internal static class Draws
{
    private static readonly int Part = int.TryParse(Environment.GetEnvironmentVariable("KINORA_DRAWS"), out var part) && part > 0 ? part : 1;

    public static int Of(int number) => number / Part;
}
