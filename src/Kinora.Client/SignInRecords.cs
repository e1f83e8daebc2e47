using System.ComponentModel.DataAnnotations;

namespace Kinora.Client;

/// <summary>Body of <c>POST /api/sessions</c>: a token, a key, or a name and a password.</summary>
/// <param name="Token">From the one-time sign-in link.</param>
/// <param name="Key">An API key.</param>
/// <param name="Name">The sign-in name, in any case.</param>
/// <param name="Password">The password of the name.</param>
public sealed record SignInRequest(string? Token = null, string? Key = null, string? Name = null, string? Password = null);

/// <summary>How people may sign in to this server.</summary>
/// <param name="Ways"><c>password</c>, <c>key</c>, <c>link</c> and, where the operator has named a provider, <c>oauth</c>.</param>
/// <param name="Provider">The provider's name for the button, which leads to <c>GET /api/sign-in/oauth</c>; left out for none.</param>
public sealed record SignInWaysResponse(IReadOnlyList<string> Ways, string? Provider);

/// <summary>How the caller's account is signed in to.</summary>
/// <param name="Name">The sign-in name; left out where there is no password.</param>
/// <param name="NeedsPassword">Whether a new password needs the one before: not within 10 minutes after signing in by a link or at the provider.</param>
/// <param name="Identities">At the sign-in provider, oldest first.</param>
public sealed record AccountSignInResponse(string? Name, bool NeedsPassword, IReadOnlyList<IdentityResponse> Identities);

/// <summary>An identity at a sign-in provider.</summary>
/// <param name="Id"><c>idn_…</c></param>
/// <param name="Issuer">The provider.</param>
/// <param name="Name">As the provider told it; left out where it told none.</param>
public sealed record IdentityResponse(string Id, string Issuer, string? Name, DateTimeOffset LinkedAt);

/// <summary>Body of <c>PUT /api/account/password</c>.</summary>
/// <param name="Password">The new one: 12 to 256 characters, not the name, and none of those that are tried first.</param>
/// <param name="Name">The sign-in name: 3 to 254 letters, digits or <c>.-_+@'</c>, which no other account has in any case; as before when left out.</param>
/// <param name="Current">The password before; may be left out within 10 minutes after signing in by a link or at the provider.</param>
public sealed record PasswordRequest(string Password, string? Name = null, string? Current = null);

/// <summary>The browsers that are signed in to the account, newest first.</summary>
public sealed record SessionPage(IReadOnlyList<SessionResponse> Items);

/// <summary>A browser that is signed in.</summary>
/// <param name="Id"><c>ses_…</c></param>
/// <param name="Method">How it began: <c>link</c>, <c>key</c>, <c>password</c> or <c>oauth</c>; left out for one from before that was written down.</param>
/// <param name="Agent">What the browser calls itself; left out where it did not say.</param>
/// <param name="Current">Whether it is the caller's.</param>
public sealed record SessionResponse(
    string Id,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    [property: AllowedValues("link", "key", "password", "oauth")] string? Method,
    string? Agent,
    bool Current);

/// <summary>Where the browser goes next.</summary>
/// <param name="Url">At the sign-in provider, which sends it back.</param>
public sealed record IdentityLinkResponse(Uri Url);

/// <summary>A link that is good for one sign-in.</summary>
/// <param name="Url">To be handed on; told once.</param>
/// <param name="ExpiresAt">When it lapses: after 24 hours.</param>
public sealed record SignInLinkResponse(Uri Url, DateTimeOffset ExpiresAt);
