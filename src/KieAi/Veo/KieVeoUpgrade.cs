namespace KieAi;

/// <summary>How a Veo video at 1080p or in 4K stands.</summary>
public sealed record KieVeoUpgrade
{
    private KieVeoUpgrade() { }

    /// <summary>Whether it can be had: there is an address.</summary>
    public bool IsReady => ResultUrls.Count > 0;

    /// <summary>The videos; they lapse soon.</summary>
    public IReadOnlyList<Uri> ResultUrls { get; init; } = [];

    /// <summary>Stills of them (4K).</summary>
    public IReadOnlyList<Uri> ImageUrls { get; init; } = [];

    /// <summary>Ids of them (4K, in one of its two shapes).</summary>
    public IReadOnlyList<string> MediaIds { get; init; } = [];

    /// <summary>KIE's text, such as why it is not ready yet.</summary>
    public string? Message { get; init; }

    // Camel words on the pages, snake words in their OpenAPI block.
    internal static KieVeoUpgrade Read(KieAnswer answer)
    {
        try
        {
            var data = answer.Data ?? default;
            return new()
            {
                ResultUrls = KieUrls.In(data, "resultUrl", "resultUrls", "result_urls"),
                ImageUrls = KieUrls.In(data, "imageUrls", "image_urls"),
                MediaIds = KieUrls.Texts(KieJson.Field(data, "mediaIds") ?? KieJson.Field(data, "media_ids")),
                Message = KieJson.Message(answer.Envelope),
            };
        }
        catch (InvalidOperationException e)
        {
            throw answer.Misshapen("KIE.ai answered data of another shape than documented.", e);
        }
    }

    /// <summary>A refusal that only says that the work still goes on becomes an answer.</summary>
    internal static async Task<KieVeoUpgrade> ReadyOrNotAsync(Task<KieVeoUpgrade> call)
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (KieException e) when (e.Code is 400 or 422 && e.Message.Contains("processing", StringComparison.OrdinalIgnoreCase))
        {
            return new() { Message = e.Message };
        }
    }
}
