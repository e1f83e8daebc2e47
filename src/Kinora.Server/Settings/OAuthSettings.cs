using Kinora.Server.Auth.OAuth;
using Names = Kinora.Server.Settings.SettingNames;

namespace Kinora.Server.Settings;

/// <summary>Reads the settings of the sign-in provider: all of those that it cannot do without, or none.</summary>
internal static class OAuthSettings
{
    private static readonly string[] Needed = [Names.OAuthAuthorizeUrl, Names.OAuthTokenUrl, Names.OAuthUserinfoUrl, Names.OAuthClientId, Names.OAuthIssuer];
    private static readonly string[] Others = [Names.OAuthClientSecret, Names.OAuthScope, Names.OAuthName, Names.OAuthSignUp];

    public static OAuthOptions? Read(SettingReader read)
    {
        if (Needed.Concat(Others).All(name => read.Text(name) is null)) return null;
        foreach (var name in Needed.Where(name => read.Text(name) is null))
            read.Fault(name, null, $"a value, as {string.Join(", ", Needed)} are set together");
        var (authorize, token, userinfo) = (Url(read, Names.OAuthAuthorizeUrl), Url(read, Names.OAuthTokenUrl), Url(read, Names.OAuthUserinfoUrl));
        var (secret, signUp) = (read.Secret(Names.OAuthClientSecret), read.OneOf(Names.OAuthSignUp, false, ("off", false), ("on", true)));
        return authorize is null || token is null || userinfo is null || read.Text(Names.OAuthClientId) is not { } client || read.Text(Names.OAuthIssuer) is not { } issuer
            ? null
            : new(authorize, token, userinfo, client, issuer)
            {
                ClientSecret = secret,
                Scope = read.Text(Names.OAuthScope) ?? OAuthOptions.UsualScope,
                Name = read.Text(Names.OAuthName) ?? authorize.Host,
                SignUp = signUp,
            };
    }

    // Codes and tokens travel there. A provider on this machine needs no certificate.
    private static Uri? Url(SettingReader read, string name)
    {
        if (read.Text(name) is not { } text) return null;
        if (SettingReader.IsUrl(text, out var url) && url.UserInfo.Length == 0 && url.Fragment.Length == 0 && (url.Scheme == Uri.UriSchemeHttps || url.IsLoopback)) return url;
        read.Fault(name, text, "an https address such as https://login.example.com/oauth2/token");
        return null;
    }
}
