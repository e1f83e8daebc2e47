using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KieAi;

/// <summary>KIE's webhook signature: base64 of HMAC-SHA256 over <c>taskId.timestamp</c>, keyed with the UTF-8 bytes of the webhookHmacKey.</summary>
public static class KieSignature
{
    /// <summary>Header with the Unix seconds of signing.</summary>
    public const string TimestampHeader = "X-Webhook-Timestamp";

    /// <summary>Header with the signature.</summary>
    public const string SignatureHeader = "X-Webhook-Signature";

    /// <summary>Signs a task id at a moment. The body of a callback is not part of it.</summary>
    public static string Sign(string key, string taskId, long unixSeconds) => Convert.ToBase64String(HMACSHA256.HashData(
        Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{taskId}.{unixSeconds}"))));
}
