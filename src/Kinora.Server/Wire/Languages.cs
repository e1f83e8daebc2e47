using Microsoft.Net.Http.Headers;

namespace Kinora.Server.Wire;

/// <summary>In which language an answer speaks to people: the one that the query names, else the caller's favourite of those there are.</summary>
internal static class Languages
{
    public const string English = "en";

    /// <summary>What the API's description says of the choice.</summary>
    public const string Choice = "The language of the words for people; by Accept-Language when left out";

    public static readonly IReadOnlyList<string> All = [English, "ru"];

    /// <summary>Two letters; English when the caller asks for none of ours.</summary>
    /// <param name="named">By the query.</param>
    public static string Of(string? named, HttpRequest request) => Known(named) ?? Favourite(request.GetTypedHeaders().AcceptLanguage) ?? English;

    // Of equals the first.
    private static string? Favourite(IList<StringWithQualityHeaderValue> accepted) =>
        accepted.Where(one => one.Quality is not 0).OrderByDescending(one => one.Quality ?? 1)
            .Select(one => Known(one.Value.Value)).FirstOrDefault(one => one is not null);

    // ru-RU is Russian.
    private static string? Known(string? tag) => All.FirstOrDefault(one => tag is not null && one.Equals(tag.Split('-')[0], StringComparison.OrdinalIgnoreCase));
}
