using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Kinora.Client;
using Kinora.Core.Assets;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.Hosting;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;

namespace Kinora.Server.Endpoints;

internal static class ContentEndpoints
{
    private static readonly TimeSpan LinkLifetime = TimeSpan.FromHours(1);

    public static void MapContent(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/api/generations/{id}/content", ["GET", "HEAD"], ContentAsync).WithTags("Generations").WithName("getContent")
            .WithSummary("Read the stored video or a picture of it; serves ranges")
            .ProducesBytes("video/mp4", "image/webp").ProducesProblems(400, 401, 404, 409, 410).RequireAuthorization();

    private static async Task<IResult> ContentAsync(
        string id,
        [AllowedValues("video", "poster", "preview", "firstFrame", "lastFrame", "filmstrip"), Description("video when left out")] string? variant,
        [Description("Which output; 0 when left out")] int? index,
        [AllowedValues("0", "1"), Description("1 asks browsers to save it under a name")] string? download,
        [AllowedValues("0", "1"), Description("1 answers 302 to a link that holds for an hour, where videos are kept in a bucket")] string? redirect,
        ClaimsPrincipal caller, GenerationStore store, IAssetStore assets, HttpContext context, CancellationToken cancellationToken)
    {
        variant ??= OutputVariant.Video.Name;
        if (OutputVariant.Named(variant) is not { } wanted) return Unknown(variant);
        if (await store.FindOwnAsync(caller.AccountId, id, cancellationToken) is not { } generation) return ProblemResult.NotFound();
        if (Missing(generation, wanted, index ?? 0) is { } missing) return missing;
        var output = generation.Outputs[index ?? 0];
        var key = wanted.KeyOf(output)!;
        var name = download == "1" ? FileNames.For(generation, index ?? 0, wanted.FileEnding(output)) : null;
        if (redirect == "1" && await assets.LinkAsync(key, LinkLifetime, name, cancellationToken) is { } link) return StoredContent.Elsewhere(context, link);
        return await SendAsync(output, wanted, name, assets, context, cancellationToken);
    }

    /// <summary>Why there is no such file; null where there is one.</summary>
    public static ProblemResult? Missing(Generation generation, OutputVariant wanted, int index)
    {
        if (generation.Status is not GenerationStatus.Succeeded)
            return ProblemResult.Of(409, ProblemCodes.NotReady, $"It is {WireNames.Of(generation.Status)}; only a succeeded generation has content.");
        if (generation.Outputs.ElementAtOrDefault(index) is not { } output) return ProblemResult.NotFound("There is no output with this index.");
        if (generation.ExpiredAt is not null) return ProblemResult.Of(410, ProblemCodes.Expired, "Its files were deleted when they had been kept long enough.");
        return wanted.KeyOf(output) is null ? ProblemResult.NotFound($"There is no {wanted.Name} of this output.") : null;
    }

    /// <summary>The file, whole or the ranges that were asked for.</summary>
    /// <param name="name">Under which browsers save it; null for none.</param>
    public static async Task<IResult> SendAsync(
        GenerationOutput output, OutputVariant wanted, string? name, IAssetStore assets, HttpContext context, CancellationToken cancellationToken) =>
        await assets.OpenAsync(wanted.KeyOf(output)!, cancellationToken) is { } bytes
            ? StoredContent.Send(context, bytes, wanted.ContentType(output), wanted.Tag(output), name)
            : ProblemResult.NotFound("The file is no longer stored.");

    public static ProblemResult Unknown(string variant)
    {
        var names = OutputVariant.All.Select(one => one.Name).ToArray();
        return ProblemResult.Invalid(new FieldProblem("variant", $"variant must be one of {string.Join(", ", names)}.", JsonValue.Create(variant), names));
    }
}
