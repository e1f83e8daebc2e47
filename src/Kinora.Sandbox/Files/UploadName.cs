using System.Net;
using System.Text;

namespace Kinora.Sandbox.Files;

/// <summary>What a file that is fetched is called when its caller does not say.</summary>
internal static class UploadName
{
    /// <summary>What a file name may have on most file systems, in bytes.</summary>
    private const int Longest = 255;

    /// <summary>The last part of the address; <c>file</c> where that would be no name.</summary>
    public static string Of(Uri url)
    {
        var name = WebUtility.UrlDecode(url.Segments[^1]).Trim('/', ' ');
        return name.Length == 0 || Encoding.UTF8.GetByteCount(name) > Longest || name is "." or ".." || name.Any(c => char.IsControl(c) || c is '/' or '\\') ? "file" : name;
    }
}
