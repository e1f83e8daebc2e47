using System.Text.RegularExpressions;

namespace Kinora.Server.Hosting;

/// <summary>Takes out of a text for logs what makes an address a secret: its query, and a user name and password.</summary>
/// <remarks>The house's own lines name hosts alone. This is for the exceptions of others, whose texts nobody here chose.</remarks>
internal static class MaskedAddresses
{
    // Linear in the text, whatever it is. The second is for where the path alone is told.
    private static readonly Regex Credentials = Linear("""://[^\s/?#"'<>]*@""");
    private static readonly Regex Query = Linear("""(?<address>://[^\s?"'<>]*)\?[^\s"'<>]+""");
    private static readonly Regex Fields = Linear("""\?[\w.\-\[\]%]+=[^\s"'<>]*""");

    /// <summary>The text with <c>?***</c> in place of each query and <c>***@</c> in place of each user name and password of an address.</summary>
    public static string Mask(string text) => text.Contains('?') || text.Contains('@')
        ? Fields.Replace(Query.Replace(Credentials.Replace(text, "://***@"), "${address}?***"), "?***")
        : text;

    private static Regex Linear(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
