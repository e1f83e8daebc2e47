using Kinora.Sandbox.Tasks;

namespace Kinora.Sandbox.Files;

/// <summary>The addresses of the sandbox's files, under the address by which it is reached now.</summary>
internal sealed class SandboxAddresses
{
    private const string Uploads = "/uploads/";
    private const string Videos = "/files/";

    /// <summary>Known once it listens.</summary>
    public Uri PublicUrl { get; set; } = new("http://localhost");

    public string Video(SandboxTask task) => File(task, ResultFile.Video);

    /// <summary>Where a file of a task is served.</summary>
    public string File(SandboxTask task, string name) => Address($"{Videos}{task.TaskId}/{name}");

    /// <summary>The same where the task has a file of this name; null where it has none.</summary>
    public string? Extra(SandboxTask task, string name) => task.Files.Contains(name) ? File(task, name) : null;

    public string Upload(string path) => Address(Uploads + string.Join('/', path.Split('/').Select(Uri.EscapeDataString)));

    /// <summary>The path of an upload that an address names, relative to the folder of uploads; null for other addresses.</summary>
    public string? UploadPath(string address) =>
        OwnPath(address) is { } path && path.StartsWith(Uploads, StringComparison.Ordinal) ? Uri.UnescapeDataString(path[Uploads.Length..]) : null;

    /// <summary>The task and the name of the file of it that an address names; null for other addresses.</summary>
    public (string TaskId, string Name)? TaskFile(string address) =>
        OwnPath(address) is { } path && path.StartsWith(Videos, StringComparison.Ordinal)
        && path[Videos.Length..].Split('/') is [{ Length: > 0 } taskId, { Length: > 0 } name]
            ? (taskId, name)
            : null;

    /// <summary>Whether an address is that of an upload or of a task's file, whether the file is there or not.</summary>
    public bool IsFile(string address) => UploadPath(address) is { Length: > 0 } || TaskFile(address) is not null;

    private string? OwnPath(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && Uri.Compare(uri, PublicUrl, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0
            ? uri.AbsolutePath
            : null;

    private string Address(string path) => PublicUrl.GetLeftPart(UriPartial.Authority) + path;
}
