using Kinora.Core.Catalog;

namespace Kinora.Core.Assets;

/// <summary>A file that is not taken; the message is fit for the user.</summary>
public sealed class AssetRefusedException(bool tooLarge, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Whether its size is the reason, rather than its kind.</summary>
    public bool TooLarge { get; } = tooLarge;

    internal static AssetRefusedException Unknown(Exception? cause = null) => new(false, $"The file is not one that is taken: {AssetLimits.Taken}.", cause);

    internal static AssetRefusedException Unread(Exception cause) =>
        new(false, "The file could not be read in the time that there is: it is damaged, or the server is very busy. If it plays elsewhere, try again.", cause);

    internal static AssetRefusedException WebPage() =>
        new(false, $"It is a web page, not a file. Give the address of the file itself, which opens without signing in: {AssetLimits.Taken}.");

    internal static AssetRefusedException BreaksOff() => new(false, $"The file breaks off before its end. Taken is {AssetLimits.Taken}.");

    internal static AssetRefusedException Heavy(MediaKind kind) =>
        new(true, $"The {MediaKinds.Word(kind)} is larger than {AssetLimits.Megabytes(kind)} MB.");

    internal static AssetRefusedException Wide(MediaKind kind, int width, int height) =>
        new(true, $"The {MediaKinds.Word(kind)} is {width} × {height} pixels; at most {AssetLimits.MaxSide} on a side are taken.");

    internal static AssetRefusedException Other(MediaKind found, MediaKind wanted) =>
        new(false, $"A {MediaKinds.Word(wanted)} is expected here, and this is a {MediaKinds.Word(found)}.");
}
