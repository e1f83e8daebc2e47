namespace Kinora.Sandbox.Rendering;

/// <summary>A video to be made.</summary>
internal sealed record RenderPlan
{
    public const int FrameRate = 24;

    /// <summary>In pixels, even.</summary>
    public required int Width { get; init; }

    /// <summary>In pixels, even.</summary>
    public required int Height { get; init; }
    public required double Seconds { get; init; }
    public required bool Sound { get; init; }
    public string Prompt { get; init; } = "";

    /// <summary>Text for a corner; empty: none.</summary>
    public string Watermark { get; init; } = "";
    public long? Seed { get; init; }

    /// <summary>Pictures to show one after the other; a painted landscape when there are none.</summary>
    public IReadOnlyList<Picture> Pictures { get; init; } = [];

    /// <summary>Whether speed comes before beauty.</summary>
    public bool Fast { get; init; }

    public int Frames => (int)Math.Round(Seconds * FrameRate);
}

/// <summary>A picture on the local disk.</summary>
/// <param name="ContentType">By its content.</param>
internal sealed record Picture(string Path, string ContentType, int Width, int Height);
