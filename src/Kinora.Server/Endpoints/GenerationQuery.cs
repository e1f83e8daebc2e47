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
internal sealed record GenerationQuery
{
    public const int LongestText = 200;

    [FromQuery(Name = "status"), AllowedValues("queued", "submitting", "running", "collecting", "succeeded", "failed", "canceled"), Description("Every status when left out")]
    public string? Status { get; init; }

    [FromQuery(Name = "model"), Description("A product's id, one of its aliases, or KIE's own id")]
    public string? Model { get; init; }

    [FromQuery(Name = "mode"), Description("Such as text-to-video")]
    public string? Mode { get; init; }

    [FromQuery(Name = "q"), MaxLength(LongestText), Description("Stands in the prompt or in the model's name; at most 200 characters")]
    public string? Text { get; init; }

    [FromQuery(Name = "favorite"), AllowedValues("true", "false"), Description("true: favorites alone; false: all others")]
    public string? Favorite { get; init; }

    [FromQuery(Name = "tag"), Description("One of GET /api/tags")]
    public string? Tag { get; init; }

    [FromQuery(Name = "collection"), Description("The id of a collection")]
    public string? Collection { get; init; }

    [FromQuery(Name = "group"), Description("The id of a group that it was made for")]
    public string? Group { get; init; }

    [FromQuery(Name = "from"), Description("Accepted at this time or later, such as 2026-01-31 or 2026-01-31T12:00:00Z")]
    public string? From { get; init; }

    [FromQuery(Name = "to"), Description("Accepted before this time")]
    public string? To { get; init; }

    [FromQuery(Name = "deleted"), AllowedValues("true", "false"), Description("true lists the bin: what was deleted within 30 days")]
    public string? Deleted { get; init; }

    [FromQuery(Name = "sort"), AllowedValues("newest", "oldest", "own"), Description("newest, by which the latest comes first, when left out; own is that of the collection")]
    public string? Sort { get; init; }

    /// <summary>Null when it can be searched for.</summary>
    public static FieldProblem? TextFault(string? text) =>
        text?.Length > LongestText ? new("q", $"q may have {LongestText} characters.", text.Length, null) : null;

    public (GenerationFilter Filter, IReadOnlyList<FieldProblem> Faults) Read(ModelCatalog catalog)
    {
        var faults = new List<FieldProblem>();
        if (!WireNames.TryReadFilter(Status, out var status)) faults.Add(WireNames.Fault(Status));
        if (TextFault(Text) is { } tooLong) faults.Add(tooLong);
        if (Sort is not null and not "newest" and not "oldest" and not "own")
            faults.Add(new("sort", "sort must be newest, oldest or own.", JsonValue.Create(Sort), ["newest", "oldest", "own"]));
        if (Sort == "own" && Collection is null) faults.Add(new("sort", "sort=own is the order of a collection: name one.", JsonValue.Create(Sort), ["newest", "oldest"]));
        var filter = new GenerationFilter
        {
            Status = status,
            ModelId = Model is null ? null : catalog.Find(Model)?.Id ?? Model,
            Mode = Mode,
            Text = Text,
            Favorite = Flag("favorite", Favorite),
            Tag = Tag,
            Collection = Collection,
            Group = Group,
            From = Time("from", From),
            Until = Time("to", To),
            Deleted = Flag("deleted", Deleted) is true,
            Order = Sort switch { "own" => GenerationOrder.Own, "oldest" => GenerationOrder.Oldest, _ => GenerationOrder.Newest },
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
