namespace Kinora.Core.Accounts;

/// <summary>Names a credential by its kind and the beginning of its hash, which tells nothing of its secret.</summary>
internal sealed class CredentialId
{
    private const int HashDigits = 16;
    private readonly string _start;

    private CredentialId(string start) => _start = start;

    public static CredentialId OfKey { get; } = new("key_");

    public static CredentialId OfSession { get; } = new("ses_");

    /// <param name="hash">Of the secret, in lower-case hex.</param>
    public string From(string hash) => _start + hash[..HashDigits];

    /// <summary>The beginning of the hash that an id stands for; null when it can be no id.</summary>
    public string? HashStart(string id) =>
        id.Length == _start.Length + HashDigits && id.StartsWith(_start, StringComparison.Ordinal) && id[_start.Length..].All(char.IsAsciiHexDigitLower)
            ? id[_start.Length..]
            : null;
}
