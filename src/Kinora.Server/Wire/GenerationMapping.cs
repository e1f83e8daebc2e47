using Kinora.Client;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;

namespace Kinora.Server.Wire;

/// <summary>Generations, from the domain to the wire.</summary>
internal static class GenerationMapping
{
    /// <param name="language">Of the words about its price and its failure, by its two letters.</param>
    public static GenerationResponse ToResponse(
        this Generation generation, ModelCatalog catalog, string language, IReadOnlyList<HistoryEntry>? history = null) => new()
    {
        Id = generation.Id,
        Status = WireNames.Of(generation.Status),
        Model = new(generation.ModelId, generation.ModelName, generation.VariantId, generation.TypicalSeconds, Gradient(generation.ModelId, catalog)),
        Mode = generation.Mode,
        Input = generation.Input.ToRequest(),
        Quote = generation.Quote.ToResponse(language),
        Charge = new(generation.Held, generation.Captured, generation.Released),
        Attempts = generation.Attempts,
        Waiting = generation is { Status: GenerationStatus.Queued, Waiting: { } waiting } ? new(waiting.Reason, waiting.Since, waiting.Tries, generation.DueAt) : null,
        CreatedAt = generation.CreatedAt,
        UpdatedAt = generation.UpdatedAt,
        StartedAt = generation.StartedAt,
        CompletedAt = generation.CompletedAt,
        ExpiredAt = generation.ExpiredAt,
        Favorite = generation.Marks.Favorite,
        Tags = generation.Marks.Tags,
        SharePath = generation.Marks.Share is { } share ? SharePath(share.Token) : null,
        Share = generation.Marks.Share is { } link ? new(link.ShowPrompt, link.AllowDownload, link.EndsAt) : null,
        DeletedAt = generation.Marks.DeletedAt,
        Group = generation.Marks.Group is { } group ? new(group.GroupId, group.ItemId) : null,
        ParentId = generation.ParentId,
        RemixOf = generation.Origin?.RemixOf,
        Progress = generation.Progress,
        TraceId = generation.TraceId,
        Failure = generation.Failure is { } failure ? ToResponse(failure, catalog.Find(generation.VariantId)?.Family, catalog.Failures, language) : null,
        Outputs = [.. generation.Outputs.Select((output, index) => output.ToResponse("/api/generations/" + generation.Id, index))],
        History = [.. (history ?? []).Select(ToResponse)],
    };

    /// <param name="generations">One more than a page holds, where there are more.</param>
    public static GenerationPage ToPage(this IReadOnlyList<Generation> generations, int size, ModelCatalog catalog, string language) => new(
        [.. generations.Take(size).Select(g => g.ToResponse(catalog, language))],
        generations.Count > size ? generations[size - 1].Id : null);

    public static string SharePath(string token) => "/api/shared/" + token;

    public static SharedResponse ToShared(this Generation generation, GenerationShare share) => new(
        share.ShowPrompt ? generation.ModelName : null, generation.Mode, share.ShowPrompt ? generation.Input.Prompt : null, share.AllowDownload, generation.CreatedAt,
        [.. generation.Outputs.Select((output, index) => output.ToResponse(SharePath(share.Token), index))]);

    public static GenerationChild ToChild(this Generation generation) =>
        new(generation.Id, WireNames.Of(generation.Status), generation.Mode, generation.ModelName);

    /// <param name="of">The path of what it belongs to.</param>
    public static GenerationOutputResponse ToResponse(this GenerationOutput output, string of, int index) => new()
    {
        Index = index,
        ContentType = output.Facts.ContentType,
        Width = output.Facts.Width,
        Height = output.Facts.Height,
        DurationSeconds = output.Facts.DurationSeconds,
        FrameRate = output.Facts.FrameRate,
        HasSound = output.Facts.AudioCodec is not null,
        Bytes = output.Bytes,
        VideoUrl = OutputVariant.Video.PathOf(output, of, index)!,
        PosterUrl = OutputVariant.Poster.PathOf(output, of, index),
        PreviewUrl = OutputVariant.Preview.PathOf(output, of, index),
        FirstFrameUrl = OutputVariant.FirstFrame.PathOf(output, of, index),
        LastFrameUrl = OutputVariant.LastFrame.PathOf(output, of, index),
        FilmstripUrl = OutputVariant.Filmstrip.PathOf(output, of, index),
        Filmstrip = output.Filmstrip is { } strip ? new(strip.Frames, strip.Width, strip.Height) : null,
    };

    private static HistoryEntryResponse ToResponse(HistoryEntry entry) => new(
        entry.At, entry.From is { } from ? WireNames.Of(from) : null, WireNames.Of(entry.To), entry.Cause, entry.Detail);

    // A model may have left the catalog since; its generations stay, in grey.
    private static IReadOnlyList<string> Gradient(string modelId, ModelCatalog catalog) =>
        catalog.Find(modelId)?.Gradient ?? ["#6b7280", "#4b5563", "#374151"];

    // What the provider said is read anew, so that better words reach old failures too.
    private static GenerationFailureResponse ToResponse(GenerationFailure failure, string? family, FailureTable failures, string language)
    {
        var reading = failure.IsProvidersWord ? failures.Read(family, failure.ProviderCode, failure.Message) : null;
        return new(failure.Code, failure.Message, By(failure.By))
        {
            Reason = reading?.Code, Meaning = reading?.Meaning.In(language), Fix = reading?.Fix.In(language),
        };
    }

    private static string By(FailureBy by) => by switch
    {
        FailureBy.User => "user",
        FailureBy.Provider => "provider",
        _ => "kinora",
    };
}
