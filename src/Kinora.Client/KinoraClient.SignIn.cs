using System.Net.Http.Json;
using static Kinora.Client.KinoraJsonContext;

namespace Kinora.Client;

/// <summary>How the account is signed in to.</summary>
public sealed partial class KinoraClient
{
    /// <summary>How people may sign in to this server; needs no key.</summary>
    public Task<SignInWaysResponse> SignInWaysAsync(CancellationToken cancellationToken = default) =>
        SendAsync(Get("api/sign-in"), Default.SignInWaysResponse, cancellationToken);

    /// <summary>The account's sign-in name and its identities at the sign-in provider.</summary>
    public Task<AccountSignInResponse> AccountSignInAsync(CancellationToken cancellationToken = default) =>
        SendAsync(Get("api/account/sign-in"), Default.AccountSignInResponse, cancellationToken);

    /// <summary>Sets the sign-in name and password, and ends the account's other sessions.</summary>
    public Task SetPasswordAsync(PasswordRequest password, CancellationToken cancellationToken = default) => DoneAsync(
        new(HttpMethod.Put, "api/account/password") { Content = JsonContent.Create(password, Default.PasswordRequest) }, cancellationToken);

    /// <summary>The browsers that are signed in to the account, newest first.</summary>
    public Task<SessionPage> SessionsAsync(CancellationToken cancellationToken = default) => SendAsync(Get("api/account/sessions"), Default.SessionPage, cancellationToken);

    /// <summary>Ends a session at once.</summary>
    public Task EndSessionAsync(string id, CancellationToken cancellationToken = default) =>
        DoneAsync(new(HttpMethod.Delete, "api/account/sessions/" + Segment(id)), cancellationToken);

    /// <summary>Ends all sessions but the caller's, and the account's sign-in links.</summary>
    public Task EndOtherSessionsAsync(CancellationToken cancellationToken = default) => DoneAsync(new(HttpMethod.Delete, "api/account/sessions"), cancellationToken);

    /// <summary>Takes an identity at the sign-in provider from the account.</summary>
    public Task UnlinkIdentityAsync(string id, CancellationToken cancellationToken = default) =>
        DoneAsync(new(HttpMethod.Delete, "api/account/identities/" + Segment(id)), cancellationToken);
}
