using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>The files that a request form names: asset ids and addresses. A take is no file.</summary>
public static class GivenMedia
{
    internal static IEnumerable<MediaRole> Roles => MediaRole.All.Where(role => role.Kind is not MediaKind.Take);

    /// <summary>As the form names them, in the order of its fields.</summary>
    public static IEnumerable<string> Of(GenerationInput form) => Roles.SelectMany(role => role.Get(form));

    /// <summary>The form with other names for them.</summary>
    public static GenerationInput Exchange(GenerationInput form, Func<string, string> rename) =>
        Roles.Aggregate(form, (one, role) => role.Set(one, [.. role.Get(one).Select(rename)]));
}
