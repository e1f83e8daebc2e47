using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kinora.Core.Webhooks;

/// <summary>Signs and verifies webhooks as Standard Webhooks 1.0.0 says, in its symmetric form: HMAC-SHA256 over <c>id.timestamp.body</c>.</summary>
/// <remarks>A signature proves the whole body. It does not prove that the webhook is the first of its id: who receives one keeps the ids that it has seen.</remarks>
public sealed class StandardWebhooks
{
    /// <summary>The header with the id, which stays the same when a webhook is sent again.</summary>
    public const string IdHeader = "webhook-id";

    /// <summary>The header with the Unix seconds of the sending.</summary>
    public const string TimestampHeader = "webhook-timestamp";

    /// <summary>The header with the signatures, parted by blanks; several while a secret is being exchanged.</summary>
    public const string SignatureHeader = "webhook-signature";

    /// <summary>How far the sending may lie from now, before or after.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private const string SecretPrefix = "whsec_", Version = "v1,";
    private const int ShortestKey = 24, LongestKey = 64;

    private readonly byte[][] _keys;
    private readonly TimeProvider _time;

    /// <param name="secrets"><c>whsec_</c> and base64 of 24 to 64 bytes; the prefix may be missing. Each signs, and any of them verifies.</param>
    /// <exception cref="ArgumentException">There is none, or one is no such secret. The message does not repeat it.</exception>
    public StandardWebhooks(IReadOnlyList<string> secrets, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        ArgumentNullException.ThrowIfNull(time);
        if (secrets.Count == 0) throw new ArgumentException("A webhook needs a secret.", nameof(secrets));
        (_keys, _time) = ([.. secrets.Select(KeyOf)], time);
    }

    /// <summary>Whether a text can be a secret.</summary>
    public static bool IsSecret(string text) => IsKey(BytesOf(text));

    /// <summary>The signature header of a webhook, with one signature by each secret.</summary>
    /// <param name="id">Without dots.</param>
    /// <exception cref="ArgumentException">The id has a dot or is empty.</exception>
    public string Sign(string id, DateTimeOffset sentAt, ReadOnlySpan<byte> body)
    {
        if (!IsId(id)) throw new ArgumentException("An id is not empty and has no dots.", nameof(id));
        var timestamp = sentAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signatures = new List<string>(_keys.Length);
        foreach (var key in _keys) signatures.Add(Version + Convert.ToBase64String(Signature(key, id, timestamp, body)));
        return string.Join(' ', signatures);
    }

    /// <summary>Whether one of the secrets signed this very id, time and body, within <see cref="Tolerance"/> of now. Constant in time.</summary>
    public bool Verify(string? id, string? timestamp, string? signatures, ReadOnlySpan<byte> body)
    {
        if (!IsId(id) || signatures is null) return false;
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return false;
        if (Math.Abs(_time.GetUtcNow().ToUnixTimeSeconds() - seconds) > Tolerance.TotalSeconds) return false;

        var given = signatures.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(one => one.StartsWith(Version, StringComparison.Ordinal)).Select(one => Bytes(one[Version.Length..])).ToList();
        var holds = false;
        foreach (var key in _keys)
        {
            var expected = Signature(key, id!, timestamp!, body);
            foreach (var one in given) holds |= CryptographicOperations.FixedTimeEquals(one, expected);
        }

        return holds;
    }

    // With a dot in the id, what follows it could as well be the time, and the body begin with the time.
    private static bool IsId(string? id) => !string.IsNullOrEmpty(id) && !id.Contains('.', StringComparison.Ordinal);

    private static byte[] Signature(byte[] key, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    private static byte[] KeyOf(string secret)
    {
        var key = BytesOf(secret);
        return IsKey(key) ? key
            : throw new ArgumentException($"A webhook secret is {SecretPrefix} and base64 of {ShortestKey} to {LongestKey} bytes.", nameof(secret));
    }

    private static byte[] BytesOf(string secret) =>
        Bytes(secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? secret[SecretPrefix.Length..] : secret);

    private static bool IsKey(byte[] key) => key.Length is >= ShortestKey and <= LongestKey;

    // None for what is not base64.
    private static byte[] Bytes(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var written) ? bytes[..written] : [];
    }
}
