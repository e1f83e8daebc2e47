namespace Kinora.Core.Media;

/// <summary>Why a media tool did not do its work.</summary>
public enum MediaFailure
{
    /// <summary>ffmpeg or ffprobe is not installed.</summary>
    ToolMissing,

    /// <summary>The file is not a picture, video or sound that Kinora reads.</summary>
    NotMedia,

    /// <summary>The tool took longer than allowed, or the system ended it, as it does when memory runs out: this tells nothing of the file.</summary>
    Stopped,

    /// <summary>The tool ended with an error.</summary>
    Failed,
}

/// <summary>A media tool did not do its work.</summary>
/// <param name="failure">The kind of reason.</param>
/// <param name="message">Fit for the user; what the tool itself said is in <see cref="ToolOutput"/>.</param>
public sealed class MediaException(MediaFailure failure, string message, Exception? innerException = null) : Exception(message, innerException)
{
    public MediaFailure Failure { get; } = failure;

    /// <summary>The end of the tool's error output, for the log. It may name local paths.</summary>
    public string ToolOutput { get; init; } = "";
}
