using System.Globalization;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;

namespace Kinora.Server.OpenAi;

/// <summary>Tells generations as videos, whichever API they were asked for in.</summary>
internal sealed class VideoAnswers(ModelCatalog catalog, KinoraOptions options)
{
    /// <summary>Fields of a request that are kept to be told again.</summary>
    public const string Model = "model", Size = "size";

    private const string Auto = "auto";

    /// <summary>Nearly done: it is made and on its way home.</summary>
    private const int Collecting = 99;

    public IResult One(Generation generation) => TypedResults.Json(ToVideo(generation), OpenAiWire.Json.VideoResponse);

    /// <param name="found">One more than the page holds, where there are more.</param>
    public IResult Page(IReadOnlyList<Generation> found, int size)
    {
        VideoResponse[] page = [.. found.Take(size).Select(ToVideo)];
        return TypedResults.Json(
            new VideoList(page, page.FirstOrDefault()?.Id, page.LastOrDefault()?.Id, found.Count > size), OpenAiWire.Json.VideoList);
    }

    private VideoResponse ToVideo(Generation generation) => new()
    {
        Id = generation.Id,
        Model = Asked(generation, Model) ?? generation.Input.Model,
        Status = Status(generation.Status),
        Progress = generation.Status switch
        {
            GenerationStatus.Succeeded => 100,
            GenerationStatus.Collecting => Collecting,
            _ => Math.Min(generation.Progress ?? 0, Collecting),
        },
        CreatedAt = generation.CreatedAt.ToUnixTimeSeconds(),
        CompletedAt = generation.CompletedAt?.ToUnixTimeSeconds(),
        ExpiresAt = (generation.ExpiredAt ?? LapsesAt(generation))?.ToUnixTimeSeconds(),
        Prompt = generation.Input.Prompt,
        Size = SizeOf(generation),
        Seconds = SecondsOf(generation)?.ToString("0.###", CultureInfo.InvariantCulture) ?? Auto,
        RemixedFromVideoId = generation.Origin?.RemixOf,
        Error = ErrorOf(generation),
    };

    private static string Status(GenerationStatus status) => status switch
    {
        GenerationStatus.Queued => "queued",
        GenerationStatus.Succeeded => "completed",
        GenerationStatus.Failed or GenerationStatus.Canceled => "failed",
        _ => "in_progress",
    };

    private static ErrorOfVideo? ErrorOf(Generation generation) => generation switch
    {
        { Status: GenerationStatus.Canceled } => new("canceled", "It was withdrawn."),
        { Status: GenerationStatus.Failed, Failure: { } failure } => new(failure.Code, failure.Message),
        _ => null,
    };

    private DateTimeOffset? LapsesAt(Generation generation) =>
        generation is { Status: GenerationStatus.Succeeded, CompletedAt: { } end } ? end + options.Retention.Outputs : null;

    // Once it is made, what it is; before that what was asked for.
    private static string SizeOf(Generation generation) => generation.Outputs is [var output, ..]
        ? new FrameSize(output.Facts.Width, output.Facts.Height).ToString()
        : Asked(generation, Size) ?? FrameSize.Of(generation.Input.AspectRatio, generation.Input.Resolution)?.ToString() ?? Auto;

    private decimal? SecondsOf(Generation generation)
    {
        if (generation.Input.Duration is > 0 and var asked) return asked;
        if (generation.Outputs is [var output, ..]) return Math.Round((decimal)output.Facts.DurationSeconds);
        return catalog.FindVariant(generation.VariantId) is { } variant ? catalog.Seconds(variant, generation.Input) : null;
    }

    private static string? Asked(Generation generation, string name) => generation.Origin?.Request?[name]?.GetValue<string>();
}
