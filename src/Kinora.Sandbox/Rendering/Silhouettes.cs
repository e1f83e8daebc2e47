namespace Kinora.Sandbox.Rendering;

/// <summary>The connected areas of a picture that differ from the colour of its border.</summary>
/// <param name="pixels">Red, green and blue of each pixel, rows from the top.</param>
internal sealed class Silhouettes(byte[] pixels, int width, int height)
{
    // How far a channel is from the border's for a pixel to stand out, and how many pixels make a figure rather than a speck, as a part of all.
    private const int Distance = 40;
    private const double LeastArea = 0.01;

    private const byte Inside = 255;

    /// <summary>A byte for each pixel: 255 inside, 0 elsewhere. The largest, from left to right.</summary>
    public IReadOnlyList<byte[]> Find(int most)
    {
        var (left, found) = (Outstanding(), new List<(int Area, int Column, byte[] Mask)>());
        for (var at = 0; at < left.Length; at++)
        {
            if (!left[at]) continue;
            var one = Flood(left, at);
            if (one.Area >= LeastArea * left.Length) found.Add(one);
        }

        return [.. found.OrderByDescending(one => one.Area).Take(most).OrderBy(one => one.Column).Select(one => one.Mask)];
    }

    private bool[] Outstanding()
    {
        var border = Enumerable.Range(0, width).SelectMany(x => new[] { x, x + ((height - 1) * width) })
            .Concat(Enumerable.Range(0, height).SelectMany(y => new[] { y * width, (y * width) + width - 1 })).ToArray();
        var usual = Enumerable.Range(0, 3).Select(channel => border.Select(at => (int)pixels[(at * 3) + channel]).Order().ElementAt(border.Length / 2)).ToArray();
        return [.. Enumerable.Range(0, width * height).Select(at => Enumerable.Range(0, 3).Any(channel => Math.Abs(pixels[(at * 3) + channel] - usual[channel]) > Distance))];
    }

    // Takes the area out of what is left.
    private (int Area, int Column, byte[] Mask) Flood(bool[] left, int start)
    {
        var (mask, area, columns, open) = (new byte[left.Length], 0, 0L, new Stack<int>([start]));
        left[start] = false;
        while (open.TryPop(out var at))
        {
            (mask[at], area, columns) = (Inside, area + 1, columns + (at % width));
            if (at % width > 0) Visit(at - 1);
            if (at % width < width - 1) Visit(at + 1);
            if (at >= width) Visit(at - width);
            if (at < left.Length - width) Visit(at + width);
        }

        return (area, (int)(columns / area), mask);

        void Visit(int at)
        {
            if (!left[at]) return;
            left[at] = false;
            open.Push(at);
        }
    }
}
