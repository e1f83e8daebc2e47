using System.Globalization;
using Kinora.Core.Fetching;
using Kinora.Core.Generations;
using Kinora.Core.Storage;

namespace Kinora.Core.Webhooks;

/// <summary>Who is to be told of a change of state: written with it, in one commit.</summary>
internal static class Announcement
{
    /// <param name="subscriptions">Of the generation's account, as its row tells them.</param>
    public static IEnumerable<DeliveryRow> Of(Generation generation, HistoryEntry change, string? subscriptions)
    {
        var row = new DeliveryRow
        {
            AccountId = generation.AccountId, GenerationId = generation.Id, Number = generation.Version, Surface = GenerationOrigin.Own, At = change.At, Lane = "",
        };
        if (generation is { IsFinal: true, Origin: { CallbackUrl: { } callback } origin }) yield return To(callback, row with { Surface = origin.Surface });
        if (WebhookEvents.Of(change) is not { } type) yield break;
        var wanting = Subscription.Read(subscriptions).Where(one => one.Events.Contains(type)).ToList();
        if (wanting.Count == 0 && generation.Input.WebhookUrl is null) yield break;
        row = row with { Type = type, Document = Snapshot(generation).Column() };
        foreach (var endpoint in wanting) yield return row with { Id = NewId(change.At), EndpointId = endpoint.EndpointId, Lane = endpoint.EndpointId };
        if (generation.Input.WebhookUrl is { } url) yield return To(new(url), row);
    }

    public static string NewId(DateTimeOffset now) => "evt_" + Guid.CreateVersion7(now).ToString("N");

    // Addresses wait by their hosts, and apart from those of other accounts.
    private static DeliveryRow To(Uri url, DeliveryRow row) => row with
    {
        Id = NewId(row.At), Url = url, Lane = string.Create(CultureInfo.InvariantCulture, $"{row.AccountId} {FetchRules.Host(url)}:{url.Port}"),
    };

    // Without what nobody is told.
    private static Generation Snapshot(Generation generation) => generation with
    {
        WireInput = [], OtherRoutes = [], Origin = generation.Origin is { } origin ? origin with { Request = null } : null,
    };
}
