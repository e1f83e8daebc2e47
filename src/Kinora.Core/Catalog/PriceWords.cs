namespace Kinora.Core.Catalog;

/// <summary>Says for people what a price is made of, and why it is only an upper bound.</summary>
internal static class PriceWords
{
    /// <summary>Such as <c>5 s + 8 s of referenceVideos at 720p, with sound</c>.</summary>
    public static string Label(PriceRow row, PriceCase one)
    {
        var values = one.Values;
        var length = row.PerSecond && row.Over is null
            ? string.Join(" + ", row.Of.Select(of => (Of: of, one.Count(of).Number)).Where(part => part.Number > 0).Select(part => Seconds(part.Of, part.Number)))
            : values.TryGetValue(FormRole.Duration, out var seconds) ? seconds + " s" : "1 video";
        var size = values.TryGetValue(FormRole.Resolution, out var resolution) ? " at " + resolution : "";
        return (length.Length == 0 ? "1 video" : length) + size + (values.GetValueOrDefault(FormRole.Sound) is "true" ? ", with sound" : "");
    }

    /// <summary>What is charged for beyond the video.</summary>
    public static string Extra(PriceRow row) => $"{row.ExtraOf!.Key} beyond {row.Entry.Extra!.Above}";

    /// <summary>Why it is an upper bound; null when it is none.</summary>
    public static string? Reason(PriceRow row, PriceCase one, Price price)
    {
        if (price.Doubt is Doubt.Output) return $"The model decides how long the video is; this is for {ScalarText.Of(price.OpenSeconds)} s, and less is charged for less.";
        if (price.Doubt is Doubt.None) return null;
        var open = row.Of.First(of => one.Count(of).Doubt is Doubt.Input);
        return $"The length of {open.Key} is measured when the request is made; this is for the most that is taken, {ScalarText.Of(one.Count(open).Number)} s.";
    }

    /// <summary>Why it is an upper bound, where something is open that no request can say.</summary>
    public static string Reason(string openKey, IReadOnlyDictionary<string, LabelEntry> labels) =>
        openKey.StartsWith(PriceTable.LabelPrefix) && labels.TryGetValue(openKey[PriceTable.LabelPrefix.Length..], out var label)
            ? $"This is the dearest of {Words.Or(label.Values)}, as {label.Reason}."
            : "This is the dearest that continuing a take costs; its own price is known when the take is.";

    private static string Seconds(Quantity of, decimal number) =>
        of.Media is null ? $"{ScalarText.Of(number)} s" : $"{ScalarText.Of(number)} s of {of.Key}";
}
