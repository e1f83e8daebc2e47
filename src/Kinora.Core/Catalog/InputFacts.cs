using Kinora.Core.Media;

namespace Kinora.Core.Catalog;

/// <summary>What is known of the media of a request form. What is not known is taken at its dearest and checked later.</summary>
public sealed record InputFacts
{
    public static readonly InputFacts None = new();

    /// <summary>The measures of media, by the asset id or URL under which the form names them.</summary>
    public IReadOnlyDictionary<string, MediaMeasure> Media { get; init; } = new Dictionary<string, MediaMeasure>();

    /// <summary>The take that <see cref="Generations.GenerationInput.Source"/> names.</summary>
    public SourceTake? Source { get; init; }
}

/// <summary>A file's content and size.</summary>
public sealed record MediaMeasure(MediaFacts Facts, long Bytes)
{
    /// <summary>Longer than any file that a model takes, so that no sum or product of lengths overflows.</summary>
    internal const int MostSeconds = 1_000_000;

    /// <summary>The measured length, from 0 to <see cref="MostSeconds"/>.</summary>
    internal decimal Seconds => (decimal)Math.Clamp(Facts.DurationSeconds, 0, MostSeconds);
}

/// <summary>A finished take that is to be continued or enlarged.</summary>
/// <param name="VariantId">The variant that made it.</param>
/// <param name="Resolution">The resolution that was asked for, such as <c>720p</c>; null when none was.</param>
public sealed record SourceTake(string VariantId, string? Resolution);
