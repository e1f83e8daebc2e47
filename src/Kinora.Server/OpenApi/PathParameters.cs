using Microsoft.OpenApi;

namespace Kinora.Server.OpenApi;

/// <summary>What the ids in paths name; the segment before an id tells.</summary>
internal static class PathParameters
{
    public static void DescribePathParameters(this OpenApiDocument document)
    {
        foreach (var (path, item) in document.Paths)
        {
            foreach (var parameter in (item.Operations ?? []).SelectMany(operation => operation.Value.Parameters ?? []))
                if (parameter is OpenApiParameter { In: ParameterLocation.Path } own) own.Description ??= Description(path, Before(path, own.Name!));
        }
    }

    private static string Before(string path, string name)
    {
        var segments = path.Split('/');
        return segments[Array.IndexOf(segments, "{" + name + "}") - 1];
    }

    private static string? Description(string path, string collection) => collection switch
    {
        "generations" => "The id of a generation (`gen_…`)",
        "assets" => "The id of an asset (`asset_…`)",
        "collections" => "The id of a collection (`col_…`)",
        "groups" => "The id of a group (`grp_…`)",
        "joins" => "The id of a film (`join_…`)",
        "keys" => "The id of a key (`key_…`)",
        "sessions" => "The id of a session (`ses_…`)",
        "identities" => "The id of an identity (`idn_…`)",
        "models" => "A model's id, one of its aliases, or KIE.ai's own id",
        "accounts" => "The id of an account",
        "providers" => "The id of a provider account",
        "deliveries" when path.Contains("/admin/", StringComparison.Ordinal) => "The id of the generation that it tells of (`gen_…`)",
        "deliveries" => "The id of a delivery (`evt_…`)",
        "endpoints" => "The id of an endpoint (`we_…`)",
        "{generation}" => "Its number in the list of deliveries",
        "shared" => "The token of a link",
        _ => null,
    };
}
