using System.Text;

namespace Kinora.Core.Media;

/// <summary>Reads the whole of a stream while keeping only its end, so that a talkative process neither blocks nor fills memory.</summary>
internal static class BoundedText
{
    public static async Task<string> ReadAsync(TextReader reader, int limit, CancellationToken cancellationToken)
    {
        var kept = new StringBuilder();
        var buffer = new char[4096];
        while (await reader.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            kept.Append(buffer, 0, read);
            if (kept.Length > 2 * limit) kept.Remove(0, kept.Length - limit);
        }

        if (kept.Length > limit) kept.Remove(0, kept.Length - limit);
        return kept.ToString();
    }
}
