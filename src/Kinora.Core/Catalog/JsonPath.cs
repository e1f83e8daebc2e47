namespace Kinora.Core.Catalog;

/// <summary>Writes JSON paths, such as <c>$.models[0].defaults['aspect-ratio']</c>.</summary>
internal static class JsonPath
{
    public static string Field(string path, string name) =>
        name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '$') ? $"{path}.{name}" : $"{path}['{name}']";
}
