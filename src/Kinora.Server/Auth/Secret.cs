using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Kinora.Server.Auth;

/// <summary>Random secrets and the hashes by which they are known.</summary>
internal static class Secret
{
    /// <summary>32 random bytes in 43 characters that need no escaping in URLs and cookies.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>SHA-256 in lower-case hex. The secrets are random, so a slow hash would protect nothing more.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Compares in a time that does not tell how much of it was right.</summary>
    public static bool Same(string expected, string? given) => given is not null &&
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(expected)), SHA256.HashData(Encoding.UTF8.GetBytes(given)));
}
