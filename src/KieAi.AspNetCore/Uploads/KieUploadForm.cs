using System.Text;

namespace KieAi.AspNetCore;

/// <summary>A checked upload; disposing it deletes its content.</summary>
internal sealed class KieUploadForm(string? path, string? fileName, string? contentType, Stream content) : IAsyncDisposable
{
    /// <summary>What a file name may have on most file systems, in bytes; a name of a folder too.</summary>
    private const int LongestName = 255;

    private const int LongestPath = 1024;

    /// <summary>The form of an upload that is fetched.</summary>
    public static KieRequestForm<KieUrlUploadRequest> ByUrl { get; } = new(KieRequestJsonContext.Default.KieUrlUploadRequest) { FaultCode = 400 };

    /// <summary>A relative folder: no way up, no drive, no slashes at its ends.</summary>
    public string Path { get; } = Folder(path);

    /// <summary>A bare name, <c>file</c> where none was given.</summary>
    public string FileName { get; } = Name(fileName) ?? "file";

    public string? ContentType => contentType;

    public Stream Content => content;

    public ValueTask DisposeAsync() => content.DisposeAsync();

    public static KieRequestException Missing(string field) => new(400, $"Missing required parameter: {field}");

    public static KieRequestException Invalid(string field) => new(400, $"Invalid parameter: {field}");

    /// <exception cref="KieRequestException">There is none, it leads elsewhere or is too long.</exception>
    public static string Folder(string? path)
    {
        var folder = path?.Trim().Trim('/');
        if (string.IsNullOrEmpty(folder)) throw Missing("uploadPath");
        return folder.Length > LongestPath || folder.Any(c => char.IsControl(c) || c is '\\' or ':') || !folder.Split('/').All(IsFolderName)
            ? throw Invalid("uploadPath")
            : folder;
    }

    /// <summary>A bare name; null where none was given.</summary>
    /// <exception cref="KieRequestException">It is too long.</exception>
    public static string? Name(string? given)
    {
        var name = given?[(given.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        if (name is null or "" or "." or ".." || name.Any(char.IsControl)) return null;
        return Encoding.UTF8.GetByteCount(name) <= LongestName ? name : throw Invalid("fileName");
    }

    private static bool IsFolderName(string part) => part is not ("" or "." or "..") && Encoding.UTF8.GetByteCount(part) <= LongestName;
}
