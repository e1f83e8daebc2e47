using System.Text;
using Kinora.Core.Storage;

namespace Kinora.Server.Auth;

/// <summary>
/// A sign-in link for the owner that <c>kinora sign-in-link</c> makes beside a server that runs: its hash lies in the data folder, and who may write there owns the
/// server anyway. The database stays the server's alone.
/// </summary>
internal sealed class RecoveryLink(KinoraOptions options, TimeProvider time)
{
    private string FilePath => Path.Combine(options.DataFolder, "sign-in-link.sha256");

    /// <summary>Makes the token of a new link, in place of one before.</summary>
    public string New()
    {
        var token = Secret.New();
        using var file = OwnerFile.Open(FilePath, FileMode.Create);
        file.Write(Encoding.ASCII.GetBytes(Secret.Hash(token)));
        return token;
    }

    /// <summary>Uses the link up; false when it is another, is used up, or has lapsed.</summary>
    public bool Take(string token)
    {
        try
        {
            if (!File.Exists(FilePath) || !Secret.Same(File.ReadAllText(FilePath), Secret.Hash(token))) return false;
            // Whoever moves it has it alone.
            var taken = FilePath + "." + Guid.NewGuid().ToString("N");
            File.Move(FilePath, taken);
            var age = time.GetUtcNow() - new DateTimeOffset(File.GetLastWriteTimeUtc(taken));
            File.Delete(taken);
            return age < SignIns.LinkLife;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
