using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;

namespace Kinora.Server.Hosting;

/// <summary>Sends code and the list of models at a third of their size or less.</summary>
/// <remarks>Over https too: they repeat nothing that was asked, and hold no secret whose length could tell of it. Of other answers that is not so.</remarks>
internal static class SmallerAnswers
{
    private static readonly PathString[] Paths = ["/assets", "/api/models"];

    public static IServiceCollection AddSmallerAnswers(this IServiceCollection services) => services
        .Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal)
        .Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal)
        .AddResponseCompression(options => options.EnableForHttps = true);

    public static void UseSmallerAnswers(this IApplicationBuilder app) => app.UseWhen(
        context => Paths.Any(prefix => context.Request.Path.StartsWithSegments(prefix)), smaller => smaller.UseResponseCompression());
}
