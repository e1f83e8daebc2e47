namespace Kinora.Core.Catalog;

/// <summary>Says for people what a price is made of, and why it is only an upper bound.</summary>
internal static class PriceWords
{
    private static readonly Dictionary<string, string> RussianMedia = new()
    {
        ["references"] = "референсы", ["sourceVideo"] = "исходное видео", ["motionVideo"] = "видео с движением", ["audio"] = "звук",
        ["referenceVideos"] = "видеореференсы", ["referenceAudio"] = "звуковые референсы",
    };

    /// <summary>Such as <c>5 s + 8 s of referenceVideos at 720p, with sound</c>.</summary>
    public static Localized Label(PriceRow row, PriceCase one)
    {
        var hasSound = one.Values.GetValueOrDefault(FormRole.Sound) is "true";
        var size = one.Values.GetValueOrDefault(FormRole.Resolution);
        var (lengths, inRussian) = Lengths(row, one);
        return new(
            lengths + (size is null ? "" : " at " + size) + (hasSound ? ", with sound" : ""),
            inRussian + (size is null ? "" : ", " + size) + (hasSound ? ", со звуком" : ""));
    }

    /// <summary>What is charged for beyond the video.</summary>
    public static Localized Extra(PriceRow row)
    {
        var (key, above) = (row.ExtraOf!.Key, row.Entry.Extra!.Above);
        return new($"{key} beyond {above}", $"{InRussian(key)} сверх {above}");
    }

    /// <summary>Why it is an upper bound; null when it is none.</summary>
    public static Localized? Reason(PriceRow row, PriceCase one, Price price)
    {
        if (price.Doubt is Doubt.None) return null;
        if (price.Doubt is Doubt.Output)
        {
            var most = ScalarText.Of(price.OpenSeconds);
            return new(
                $"The model decides how long the video is; this is for {most} s, and less is charged for less.",
                $"Длину видео выбирает модель: это цена за {most} с, за меньшее спишется меньше.");
        }

        var open = row.Of.First(of => one.Count(of).Doubt is Doubt.Input);
        var taken = ScalarText.Of(one.Count(open).Number);
        return new(
            $"The length of {open.Key} is measured when the request is made; this is for the most that is taken, {taken} s.",
            $"Длина измеряется при отправке ({InRussian(open.Key)}): это цена за самое большее, {taken} с.");
    }

    /// <summary>Why it is an upper bound, where something is open that no request can say.</summary>
    public static Localized Reason(string openKey, IReadOnlyDictionary<string, LabelEntry> labels) =>
        openKey.StartsWith(PriceTable.LabelPrefix) && labels.TryGetValue(openKey[PriceTable.LabelPrefix.Length..], out var label)
            ? new($"This is the dearest of {Words.Or(label.Values)}, as {label.Reason}.", $"Это наибольшая из цен {string.Join(", ", label.Values)}: какая верна, известно только по счёту.")
            : new("This is the dearest that continuing a take costs; its own price is known when the take is.", "Это наибольшая цена продления; своя будет известна вместе с дублем.");

    // Without a length a video has its price.
    private static (string En, string Ru) Lengths(PriceRow row, PriceCase one)
    {
        if (!row.PerSecond || row.Over is not null)
            return one.Values.TryGetValue(FormRole.Duration, out var seconds) ? (seconds + " s", seconds + " с") : ("1 video", "1 видео");
        (Quantity Of, string Number)[] parts =
            [.. row.Of.Select(of => (of, one.Count(of).Number)).Where(part => part.Number > 0).Select(part => (part.of, ScalarText.Of(part.Number)))];
        return parts.Length == 0
            ? ("1 video", "1 видео")
            : (string.Join(" + ", parts.Select(part => part.Of.Media is null ? $"{part.Number} s" : $"{part.Number} s of {part.Of.Key}")),
                string.Join(" + ", parts.Select(part => part.Of.Media is null ? $"{part.Number} с" : $"{part.Number} с ({InRussian(part.Of.Key)})")));
    }

    private static string InRussian(string key) => RussianMedia.GetValueOrDefault(key, key);
}
