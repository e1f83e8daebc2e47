using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Kinora.Client;
using Kinora.Server.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Kinora.Server.Endpoints;

/// <summary>Which models of the list. Letter case does not matter.</summary>
internal sealed record ModelQuery(
    [property: FromQuery(Name = "mode"), Description("What they can do, such as image-to-video")] string? Mode,
    [property: FromQuery(Name = "vendor"), Description("Who makes them")] string? Vendor,
    [property: FromQuery(Name = "sound"), AllowedValues("true", "false"), Description("true: videos can have a sound track; false: they can be without one")] string? Sound,
    [property: FromQuery(Name = "resolution"), Description("A resolution that can be chosen, such as 1080p")] string? Resolution,
    [property: FromQuery(Name = "ratio"), Description("An aspect ratio that can be chosen, such as 9:16")] string? Ratio,
    [property: FromQuery(Name = "category"), Description("A shelf, such as cinematic")] string? Category,
    [property: FromQuery(Name = "maxCredits"), Description("The cheapest request costs at most this")] long? MaxCredits,
    [property: FromQuery(Name = "works"), AllowedValues("true", "false"), Description("true: requests for it are taken now; false: they are refused, because it is down or paused")] string? Works,
    [property: FromQuery(Name = "q"), Description("Words that all occur in names, summary, modes or categories")] string? Words,
    [property: FromQuery(Name = "lang"), AllowedValues("en", "ru"), Description(Languages.Choice)] string? Language)
{
    private static readonly string[] Names = ["mode", "vendor", "sound", "resolution", "ratio", "category", "maxCredits", "works", "q", "lang"];

    /// <summary>Null for all.</summary>
    public bool? OnlyWorking => bool.TryParse(Works, out var works) ? works : null;

    /// <summary>A filter that is misspelt would list what was not asked for.</summary>
    public static IReadOnlyList<FieldProblem> Faults(IQueryCollection query) =>
    [
        .. query.Keys.Where(name => !Names.Contains(name, StringComparer.OrdinalIgnoreCase)).Select(name => name[..Math.Min(name.Length, 100)])
            .Select(name => new FieldProblem(name, $"There is no filter {name}.", null, Names)),
    ];
}
