namespace Kinora.Sandbox.Rendering;

/// <summary>Something to show, on the local disk.</summary>
internal abstract record Visual(string Path, int Width, int Height);

/// <summary>A picture.</summary>
/// <param name="ContentType">By its content.</param>
internal sealed record Picture(string Path, string ContentType, int Width, int Height) : Visual(Path, Width, Height);

/// <summary>A video.</summary>
/// <param name="HasSound">Whether a sound track comes with it.</param>
internal sealed record Footage(string Path, int Width, int Height, double Seconds, bool HasSound) : Visual(Path, Width, Height)
{
    /// <summary>Its sound; null when it is silent.</summary>
    public Recording? Sound => HasSound ? new Recording(Path, Seconds) : null;
}

/// <summary>Sound on the local disk; the file may show something too.</summary>
internal sealed record Recording(string Path, double Seconds);
