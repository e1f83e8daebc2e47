namespace Kinora.Server.Auth.OAuth;

/// <summary>The sign-in provider that the operator has named: OAuth 2 with authorization codes, and who it was by a userinfo endpoint.</summary>
/// <param name="AuthorizeUrl">Where browsers are sent.</param>
/// <param name="TokenUrl">Where codes are exchanged.</param>
/// <param name="UserinfoUrl">What tells who signed in.</param>
/// <param name="ClientId">What the provider calls this server.</param>
/// <param name="Issuer">What identities are kept under; as the provider names itself.</param>
public sealed record OAuthOptions(Uri AuthorizeUrl, Uri TokenUrl, Uri UserinfoUrl, string ClientId, string Issuer)
{
    internal const string UsualScope = "openid profile email";

    /// <summary>Null for a client that has none.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>What is asked for. The default is <c>openid profile email</c>.</summary>
    public string Scope { get; init; } = UsualScope;

    /// <summary>What the button says. The default is the host of <see cref="AuthorizeUrl"/>.</summary>
    public string Name { get; init; } = AuthorizeUrl.Host;

    /// <summary>Whether who has no account is given one. The default is false.</summary>
    public bool SignUp { get; init; }

    /// <summary>Without the secret.</summary>
    public override string ToString() => $"{ClientId} at {Issuer}";
}
