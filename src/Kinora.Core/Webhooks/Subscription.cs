namespace Kinora.Core.Webhooks;

/// <summary>An endpoint that hears of its account's generations, as the account's row tells it to each commit.</summary>
internal sealed record Subscription(string EndpointId, IReadOnlyList<string> Events)
{
    /// <summary>All of an account; null for none.</summary>
    public static string? Write(IReadOnlyList<Subscription> all) =>
        all.Count == 0 ? null : string.Join(' ', all.Select(one => $"{one.EndpointId}:{WriteEvents(one.Events)}"));

    public static IReadOnlyList<Subscription> Read(string? text) => text is null ? [] : [.. text.Split(' ').Select(One)];

    public static string WriteEvents(IReadOnlyList<string> events) => string.Join(',', events);

    public static IReadOnlyList<string> ReadEvents(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static Subscription One(string text)
    {
        var end = text.IndexOf(':', StringComparison.Ordinal);
        return new(text[..end], ReadEvents(text[(end + 1)..]));
    }
}
