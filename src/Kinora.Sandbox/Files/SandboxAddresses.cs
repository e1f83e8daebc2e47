using Kinora.Sandbox.Tasks;

namespace Kinora.Sandbox.Files;

/// <summary>The addresses of the sandbox's files, under the address by which it is reached now.</summary>
internal sealed class SandboxAddresses
{
    private const string Uploads = "/uploads/";

    /// <summary>Known once it listens.</summary>
    public Uri PublicUrl { get; set; } = new("http://localhost");

    public string Video(SandboxTask task) => Address($"/files/{task.TaskId}/video.mp4");

    public string Upload(string path) => Address(Uploads + string.Join('/', path.Split('/').Select(Uri.EscapeDataString)));

    /// <summary>The path of an upload that an address names, relative to the folder of uploads; null for addresses of others.</summary>
    public string? UploadPath(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && Uri.Compare(uri, PublicUrl, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0
        && uri.AbsolutePath.StartsWith(Uploads, StringComparison.Ordinal)
            ? Uri.UnescapeDataString(uri.AbsolutePath[Uploads.Length..])
            : null;

    private string Address(string path) => PublicUrl.GetLeftPart(UriPartial.Authority) + path;
}
