using System.Text;

namespace Kinora.Core.Media;

/// <summary>Reads the whole of a stream while keeping only its last lines, so that a talkative process neither blocks nor fills memory.</summary>
internal static class BoundedText
{
    public static async Task<string> ReadAsync(TextReader reader, int limit, CancellationToken cancellationToken)
    {
        var kept = new StringBuilder();
        var buffer = new char[4096];
        var isCut = false;
        while (await reader.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            kept.Append(buffer, 0, read);
            if (kept.Length <= 2 * limit) continue;
            kept.Remove(0, kept.Length - limit);
            isCut = true;
        }

        if (kept.Length <= limit && !isCut) return kept.ToString();
        // What is left of the first line would be read as another one.
        var end = kept.ToString(Math.Max(0, kept.Length - limit), Math.Min(limit, kept.Length));
        return end[(end.IndexOf('\n') + 1)..];
    }
}
