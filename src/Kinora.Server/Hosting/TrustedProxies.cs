using System.Net;
using Kinora.Core.Accounts;
using Microsoft.AspNetCore.HttpOverrides;

namespace Kinora.Server.Hosting;

/// <summary>Believes what proxies that the operator named say of who called and how; nobody else.</summary>
internal static class TrustedProxies
{
    public static void UseTrustedProxies(this IApplicationBuilder app, KinoraOptions options)
    {
        if (options.TrustedProxies.Count == 0) return;
        var headers = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,

            // As far back as each one is trusted.
            ForwardLimit = null,
        };
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        foreach (var text in options.TrustedProxies)
            if (AddressRange.TryRead(text, out var range)) headers.KnownIPNetworks.Add(range);
        app.UseForwardedHeaders(headers);
    }
}
