using System.Security.Cryptography;
using System.Text;

namespace Kinora.Core.Providers;

/// <summary>Makes and checks the query of callback addresses: which generation, which attempt, and a keyed proof of both.</summary>
/// <remarks>The proof is what heals a lost answer: a callback finds its generation although nobody knows the provider's task id yet.</remarks>
public sealed class CallbackAddresses(byte[] key)
{
    /// <summary>Where this server is reached from anywhere; null where it is not.</summary>
    public Uri? Public { get; set; }

    /// <summary>Where it is reached from this machine.</summary>
    public Uri? Local { get; set; }

    /// <summary>Where the provider at <paramref name="origin"/> reaches this server; null where it cannot and must be polled.</summary>
    public Uri? For(Uri origin) => Public ?? (origin.IsLoopback ? Local : null);

    /// <summary>The query for one attempt.</summary>
    public string Query(string generationId, string attemptId) =>
        $"generation={generationId}&attempt={attemptId}&token={Token(generationId, attemptId)}";

    /// <summary>Whether a callback's token proves that its address came from here. Constant in time.</summary>
    public bool Proves(string token, string generationId, string attemptId) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(Token(generationId, attemptId)));

    private string Token(string generationId, string attemptId) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(generationId + "." + attemptId)));
}
