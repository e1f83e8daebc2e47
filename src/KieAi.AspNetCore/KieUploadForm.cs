namespace KieAi.AspNetCore;

/// <summary>A checked upload; disposing it deletes its content.</summary>
internal sealed class KieUploadForm(string? path, string? fileName, string? contentType, Stream content) : IAsyncDisposable
{
    /// <summary>A relative folder: no way up, no drive, no slashes at its ends.</summary>
    public string Path { get; } = Folder(path);

    /// <summary>A bare name, <c>file</c> where none was given.</summary>
    public string FileName { get; } = Name(fileName) ?? "file";

    public string? ContentType => contentType;

    public Stream Content => content;

    public ValueTask DisposeAsync() => content.DisposeAsync();

    public static KieRequestException Missing(string field) => new(400, $"Missing required parameter: {field}");

    private static string Folder(string? path)
    {
        var folder = path?.Trim().Trim('/');
        if (string.IsNullOrEmpty(folder)) throw Missing("uploadPath");
        return folder.Any(c => char.IsControl(c) || c is '\\' or ':') || folder.Split('/').Any(part => part is "" or "." or "..")
            ? throw new KieRequestException(400, "Invalid parameter: uploadPath")
            : folder;
    }

    private static string? Name(string? given)
    {
        var name = given?[(given.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        return name is null or "" or "." or ".." || name.Any(char.IsControl) ? null : name;
    }
}
