using System.Runtime.InteropServices;
using Kinora.Core.Generations;

namespace Kinora.Core.Polling;

/// <summary>Which generations are thought to take alike.</summary>
/// <param name="TypicalSeconds">What was expected of them; a sandbox at another speed, or another word of the catalog, begins anew.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DurationKey(string VariantId, string Mode, int TypicalSeconds)
{
    public static DurationKey Of(Generation generation) => new(generation.VariantId, generation.Mode, Math.Max(1, generation.TypicalSeconds));
}
