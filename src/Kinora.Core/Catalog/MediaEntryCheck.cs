namespace Kinora.Core.Catalog;

/// <summary>The checks of a mode's media.</summary>
internal static class MediaEntryCheck
{
    public static void Check(ModeEntry mode, Dictionary<string, Parameter> byName, string path, Action<string, string> fault)
    {
        foreach (var (index, media) in mode.Media.Index())
        {
            var here = $"{path}.media[{index}]";
            var role = MediaRole.Find(media.Role)!;
            if (!role.Many && (media.Max is not null || media.Min != 1)) fault(here, "expected no min and max on a single medium");
            if (media.Max < media.Min) fault(here + ".max", "expected at least min");
            if (mode.Media.Take(index).Any(other => other.Role == media.Role)) fault(here + ".role", "expected each role once");
            if (role.Kind is not MediaKind.Take && media.From.Count > 0) fault(here + ".from", "expected only on source");
            if (!byName.TryGetValue(media.Into, out var parameter) || parameter.Role is not null
                || parameter.Entry.Type is not (WireType.Array or WireType.String))
            {
                fault(here + ".into", "expected the name of an array or string parameter without a role");
                continue;
            }

            if (parameter.Fields.Count > 0 != media.Item.Count > 0) fault(here + ".item", "expected exactly for a list of objects");
            foreach (var name in media.Item.Keys.Where(name => parameter.Fields.All(field => field.Name != name)))
                fault(JsonPath.Field(here + ".item", name), $"expected a field of {parameter.Name}");
            var total = mode.Media.Where(other => other.Into == media.Into).Sum(other => other.Max ?? 1);
            var room = parameter.Entry.Type is WireType.Array ? parameter.Entry.MaxItems ?? int.MaxValue : 1;
            if (total > room) fault(here + ".into", $"expected at most {room} in {media.Into}, found room for {total}");
        }
    }
}
