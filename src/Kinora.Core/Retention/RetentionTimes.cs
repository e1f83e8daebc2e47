namespace Kinora.Core.Retention;

/// <summary>How long things are kept; null for ever.</summary>
public sealed record RetentionTimes
{
    /// <summary>Uploads, from their last use on. The default is 30 days.</summary>
    public TimeSpan? Uploads { get; init; } = TimeSpan.FromDays(30);

    /// <summary>The files of finished generations, from their end on. The default is for ever.</summary>
    public TimeSpan? Outputs { get; init; }

    /// <summary>Callbacks and events. The default is 60 days.</summary>
    public TimeSpan? Logs { get; init; } = TimeSpan.FromDays(60);
}
