namespace Kinora.Server.Hosting;

/// <summary>What browsers must not do with our answers, that search engines list none, and that they keep none of them unless an endpoint says so.</summary>
internal sealed class SecurityHeaders(KinoraOptions options)
{
    public const string ResourcePolicy = "Cross-Origin-Resource-Policy";

    // What an API answers is no page: opened as one, it may load nothing at all.
    private const string ApiPolicy = "default-src 'none'; frame-ancestors 'none'";

    // Styles inline: the studio's popovers and gradients set style attributes. Media from blobs: pictures before they are uploaded.
    private const string PagePolicy =
        "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; style-src 'self' 'unsafe-inline'; object-src 'none'; " +
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    // What the studio has no use for, so that nothing that gets into its pages has either.
    private const string Permissions =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()";

    private const string Year = "max-age=31536000";
    private readonly bool _isPublicHttps = options.PublicUrl?.Scheme == Uri.UriSchemeHttps;

    public Task AddAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers[ResourcePolicy] = "same-origin";
        // All that is here belongs to people, and links of shares are for those who were sent them.
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers.CacheControl = "no-store";
        if (Studio.MayBePage(context.Request.Path))
        {
            headers.ContentSecurityPolicy = PagePolicy;
            headers["Referrer-Policy"] = "no-referrer";
            headers["Permissions-Policy"] = Permissions;
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers.XFrameOptions = "DENY";
        }
        else
        {
            headers.ContentSecurityPolicy = ApiPolicy;
        }

        // Behind a proxy that ends https the request itself comes without it. Browsers pass over the header where it came by http.
        if (_isPublicHttps || context.Request.IsHttps) headers.StrictTransportSecurity = Year;
        return next(context);
    }
}
