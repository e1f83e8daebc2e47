namespace Kinora.Server.Auth;

/// <summary>The studio's cookie: a random secret, unreadable to scripts, not sent along from other sites' forms.</summary>
internal static class SessionCookie
{
    public const string Name = "kinora_session";

    public static string? Read(HttpRequest request) => request.Cookies[Name] is { Length: > 0 } secret ? secret : null;

    /// <param name="secure">Whether it must never travel by http, where that is known from elsewhere than the request.</param>
    public static void Set(HttpContext context, string secret, bool secure = false)
    {
        var options = Options(context.Request, SignIns.SessionLife);
        options.Secure |= secure;
        context.Response.Cookies.Append(Name, secret, options);
    }

    public static void Remove(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context.Request, null));

    private static CookieOptions Options(HttpRequest request, TimeSpan? life) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        // A proxy in front ends https; the browser's own word for the page that signs in is what counts for its cookie.
        Secure = request.IsHttps || request.Headers.Origin.ToString().StartsWith("https://", StringComparison.OrdinalIgnoreCase),
        Path = "/",
        MaxAge = life,
    };
}
