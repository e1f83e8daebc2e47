using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Kinora.Client;
using Kinora.Server.Wire;
using Microsoft.AspNetCore.Mvc;

namespace Kinora.Server.Endpoints;

/// <summary>Which models of the list. Letter case does not matter.</summary>
internal sealed record ModelQuery
{
    private static readonly string[] Names = ["mode", "vendor", "sound", "resolution", "ratio", "category", "maxCredits", "works", "q", "lang"];

    [FromQuery(Name = "mode"), Description("What they can do, such as image-to-video")]
    public string? Mode { get; init; }

    [FromQuery(Name = "vendor"), Description("Who makes them")]
    public string? Vendor { get; init; }

    [FromQuery(Name = "sound"), AllowedValues("true", "false"), Description("true: videos can have a sound track; false: they can be without one")]
    public string? Sound { get; init; }

    [FromQuery(Name = "resolution"), Description("A resolution that can be chosen, such as 1080p")]
    public string? Resolution { get; init; }

    [FromQuery(Name = "ratio"), Description("An aspect ratio that can be chosen, such as 9:16")]
    public string? Ratio { get; init; }

    [FromQuery(Name = "category"), Description("A shelf, such as cinematic")]
    public string? Category { get; init; }

    [FromQuery(Name = "maxCredits"), Description("The cheapest request costs at most this")]
    public long? MaxCredits { get; init; }

    [FromQuery(Name = "works"), AllowedValues("true", "false"), Description("true: requests for it are taken now; false: they are refused, because it is down or paused")]
    public string? Works { get; init; }

    [FromQuery(Name = "q"), Description("Words that all occur in names, summary, modes or categories")]
    public string? Words { get; init; }

    [FromQuery(Name = "lang"), AllowedValues("en", "ru"), Description(Languages.Choice)]
    public string? Language { get; init; }

    /// <summary>Null for all.</summary>
    public bool? OnlyWorking => bool.TryParse(Works, out var works) ? works : null;

    /// <summary>A filter that is misspelt would list what was not asked for.</summary>
    public static IReadOnlyList<FieldProblem> Faults(IQueryCollection query) =>
    [
        .. query.Keys.Where(name => !Names.Contains(name, StringComparer.OrdinalIgnoreCase)).Select(name => name[..Math.Min(name.Length, 100)])
            .Select(name => new FieldProblem(name, $"There is no filter {name}.", null, Names)),
    ];
}
