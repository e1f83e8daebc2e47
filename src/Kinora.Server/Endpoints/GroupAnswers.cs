using Kinora.Client;
using Kinora.Core.Catalog;
using Kinora.Core.Groups;
using Kinora.Core.Storage;
using Kinora.Server.Wire;

namespace Kinora.Server.Endpoints;

/// <summary>Tells one group with what was made for it and what it costs.</summary>
internal sealed class GroupAnswers(GroupStore groups, GroupQuotes quotes, ModelCatalog catalog)
{
    public async Task<GroupResponse> WholeAsync(GenerationGroup group, HttpRequest request, CancellationToken cancellationToken)
    {
        var takes = await groups.TakesAsync(group, cancellationToken);
        var estimates = await quotes.OfAsync(group, takes, cancellationToken);
        var (held, captured) = await groups.CreditsAsync(group.Id, cancellationToken);
        var language = Languages.Of(null, request);
        return new()
        {
            Id = group.Id,
            Kind = WireNames.Of(group.Kind),
            Name = group.Name,
            CreatedAt = group.CreatedAt,
            Version = group.Version,
            Progress = GroupMapping.ToProgress([.. group.Items.Select(takes.StatusOf)]),
            Credits = new(estimates.Values.Sum(), held, captured),
            Items = [.. group.Items.Select(item => item.ToResponse(takes, estimates.TryGetValue(item.Id, out var credits) ? credits : null, catalog, language))],
        };
    }
}
