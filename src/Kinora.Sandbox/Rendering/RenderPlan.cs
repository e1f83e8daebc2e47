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
    public string Prompt { get; init; } = "";

    /// <summary>Text for a corner; empty: none.</summary>
    public string Watermark { get; init; } = "";
    public long? Seed { get; init; }

    /// <summary>Pictures and videos to show one after the other; a painted landscape when there are none.</summary>
    public IReadOnlyList<Visual> Shots { get; init; } = [];

    /// <summary>Scenes that follow upon each other with hard cuts; none is one for all of it. The shots are the first one; the others are painted.</summary>
    public IReadOnlyList<Scene> Scenes { get; init; } = [];

    /// <summary>Whether the colours are changed, by prompt and seed.</summary>
    public bool Regraded { get; init; }

    /// <summary>A word that tints all of it; empty: none.</summary>
    public string Style { get; init; } = "";

    /// <summary>Pictures in rounded frames above the rest, one below the other.</summary>
    public IReadOnlyList<Picture> Insets { get; init; } = [];

    /// <summary>What is heard; silence follows when it is shorter.</summary>
    public Recording? Track { get; init; }

    /// <summary>Whether the track is drawn as waves.</summary>
    public bool Waves { get; init; }

    /// <summary>Whether music is made when there is no track.</summary>
    public required bool Sound { get; init; }

    /// <summary>Whether speed comes before beauty.</summary>
    public bool Fast { get; init; }

    public int Frames => (int)Math.Round(Seconds * FrameRate);
}

/// <summary>A part of a video between two cuts.</summary>
/// <param name="Prompt">Its caption, and what its picture is painted from.</param>
internal sealed record Scene(string Prompt, double Seconds);
