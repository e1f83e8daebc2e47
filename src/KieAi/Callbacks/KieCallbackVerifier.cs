using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KieAi;

/// <summary>Checks the signature of callbacks, in constant time.</summary>
/// <remarks>
/// KIE signs the task id and the time, <b>not the body</b>. A valid signature says that KIE spoke of this task lately. It does not prove what
/// the body claims (state, addresses, credits), nor that the callback is the first: whoever has seen one may send it again with another body
/// until <see cref="MaxAge"/> is over. So verify the very id that you go on with, read the task itself before believing a result, and let a
/// second callback change nothing. Callbacks are signed only once a webhookHmacKey was made in the account's settings.
/// </remarks>
public sealed class KieCallbackVerifier
{
    private readonly string _key;
    private readonly TimeProvider _time;

    /// <param name="key">The webhookHmacKey of the KIE account.</param>
    /// <exception cref="ArgumentException">The key is empty: everybody could sign.</exception>
    public KieCallbackVerifier(string key, TimeProvider time)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(time);
        (_key, _time) = (key, time);
    }

    /// <summary>How far the signing may lie from now, before or after. Default 300 s.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>Whether KIE signed this task id within <see cref="MaxAge"/>.</summary>
    /// <param name="taskId">The id that the callback will be used for: <see cref="KieCallback.TaskId"/>.</param>
    /// <param name="timestamp">The <see cref="KieSignature.TimestampHeader"/>.</param>
    /// <param name="signature">The <see cref="KieSignature.SignatureHeader"/>.</param>
    public bool Verify(string taskId, string? timestamp, string? signature)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || signature is null) return false;
        if (Math.Abs(_time.GetUtcNow().ToUnixTimeSeconds() - seconds) > MaxAge.TotalSeconds) return false;
        return CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(KieSignature.Sign(_key, taskId, seconds)), Encoding.UTF8.GetBytes(signature));
    }
}
