using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Kinora.Client;
using Microsoft.AspNetCore.Mvc;

namespace Kinora.Server.Endpoints;

/// <summary>Which page of a list.</summary>
internal sealed record PageQuery
{
    public const int MaxLimit = 100;

    [FromQuery(Name = "cursor"), Description("next of the page before; left out for the first page")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "limit"), Range(1, MaxLimit), Description("Items on a page, 1 to 100; 24 when left out")]
    public int? Limit { get; init; }

    /// <summary>Items on this page.</summary>
    public int Size => Limit ?? 24;

    /// <summary>Null when the page can be made.</summary>
    public FieldProblem? Fault() => Limit is < 1 or > MaxLimit
        ? new("limit", "limit must be a whole number from 1 to 100.", Limit, ["1 to 100"])
        : null;
}
