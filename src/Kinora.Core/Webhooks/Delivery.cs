using System.Runtime.InteropServices;

namespace Kinora.Core.Webhooks;

/// <summary>Something to be posted to an address that a caller named, because a generation came to an end.</summary>
/// <param name="Number">Of the generation's change, as in its history. With the generation's id it names the delivery: what is posted twice is the same.</param>
/// <param name="Surface">In whose words, as in the generation's origin.</param>
/// <param name="Tries">Before this one.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Delivery(string GenerationId, long Number, string Surface, Uri Url, DateTimeOffset CreatedAt, int Tries);
