using System.Collections.Immutable;
using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>The files that a request form names: asset ids and addresses. A take is no file.</summary>
public static class FormFiles
{
    private static readonly ImmutableArray<MediaRole> Roles = [.. MediaRole.All.Where(role => role.Kind is not MediaKind.Take)];

    /// <summary>As the form names them, in the order of its fields.</summary>
    public static IEnumerable<string> Of(GenerationInput form) => NamedIn(form).Select(named => named.File);

    /// <summary>The same, each with its field of the form. Most forms name none.</summary>
    internal static IReadOnlyList<(MediaRole Role, string File)> NamedIn(GenerationInput form)
    {
        List<(MediaRole Role, string File)>? named = null;
        foreach (var role in Roles)
        {
            foreach (var file in role.Get(form)) (named ??= []).Add((role, file));
        }

        return named ?? [];
    }

    /// <summary>The form with other names for them.</summary>
    public static GenerationInput Exchange(GenerationInput form, Func<string, string> rename) =>
        Roles.Aggregate(form, (one, role) => role.Set(one, [.. role.Get(one).Select(rename)]));
}
