using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Kinora.Client;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Server.Wire;
using Microsoft.AspNetCore.Mvc;

namespace Kinora.Server.Endpoints;

/// <summary>Which generations are listed. Fields that are left out do not matter.</summary>
internal sealed record GenerationQuery(
    [property: FromQuery(Name = "status"), AllowedValues("queued", "submitting", "running", "collecting", "succeeded", "failed", "canceled")] string? Status,
    [property: FromQuery(Name = "model"), Description("A product's id, one of its aliases, or KIE's own id")] string? Model,
    [property: FromQuery(Name = "mode"), Description("Such as text-to-video")] string? Mode,
    [property: FromQuery(Name = "q"), MaxLength(GenerationQuery.LongestText), Description("Stands in the prompt or in the model's name; at most 200 characters")] string? Text,
    [property: FromQuery(Name = "favorite"), AllowedValues("true", "false")] string? Favorite,
    [property: FromQuery(Name = "tag"), Description("One of GET /api/tags")] string? Tag,
    [property: FromQuery(Name = "collection"), Description("The id of a collection")] string? Collection,
    [property: FromQuery(Name = "from"), Description("Accepted at this time or later, such as 2026-01-31 or 2026-01-31T12:00:00Z")] string? From,
    [property: FromQuery(Name = "to"), Description("Accepted before this time")] string? To,
    [property: FromQuery(Name = "deleted"), AllowedValues("true", "false"), Description("true lists the bin: what was deleted within 30 days")] string? Deleted)
{
    public const int LongestText = 200;

    public (GenerationFilter Filter, IReadOnlyList<FieldProblem> Faults) Read(ModelCatalog catalog)
    {
        var faults = new List<FieldProblem>();
        if (!WireNames.TryReadFilter(Status, out var status)) faults.Add(WireNames.Fault(Status));
        if (Text?.Length > LongestText) faults.Add(new("q", $"q may have {LongestText} characters.", Text.Length, null));
        var filter = new GenerationFilter
        {
            Status = status,
            ModelId = Model is null ? null : catalog.Find(Model)?.Id ?? Model,
            Mode = Mode,
            Text = Text,
            Favorite = Flag("favorite", Favorite),
            Tag = Tag,
            Collection = Collection,
            From = Time("from", From),
            Until = Time("to", To),
            Deleted = Flag("deleted", Deleted) is true,
        };
        return (filter, faults);

        bool? Flag(string name, string? value)
        {
            if (value is not null and not "true" and not "false") faults.Add(new(name, $"{name} must be true or false.", JsonValue.Create(value), ["true", "false"]));
            return value is null ? null : value == "true";
        }

        DateTimeOffset? Time(string name, string? value)
        {
            if (!Times.TryRead(value, default, out var time)) faults.Add(Times.Fault(name, value));
            return value is null ? null : time;
        }
    }
}
