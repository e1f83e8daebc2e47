using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kinora.Client;
using Kinora.Core.Assets;
using Kinora.Core.Fetching;
using Kinora.Core.Generations;
using Kinora.Core.Media;
using Kinora.Core.Storage;
using Kinora.Server.Problems;
using Kinora.Server.Wire;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Kinora.Server.Endpoints;

/// <summary>Makes assets of what a request names: an address, or a generation.</summary>
internal sealed class AssetSources(AssetLibrary library, OutputAssets outputs, GenerationStore store, IOptions<JsonOptions> json)
{
    // Much less than the endpoint takes of a file.
    private const int MaxBody = 16 * 1024;
    private static readonly string[] Variants = ["video", "poster", "firstFrame", "lastFrame"];

    /// <summary>The asset, or why there is none.</summary>
    public async Task<(Asset? Asset, ProblemResult? Refusal)> TakeAsync(string accountId, HttpRequest request, CancellationToken cancellationToken)
    {
        var (asked, refusal) = await ReadAsync(request, cancellationToken);
        if (asked is null) return (null, refusal);
        if (Fault(asked) is { } fault) return (null, ProblemResult.Invalid(fault));
        return asked.Url is { } url ? await FetchAsync(accountId, url, cancellationToken) : await OfGenerationAsync(accountId, asked, cancellationToken);
    }

    private async Task<(AssetRequest? Asked, ProblemResult? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxBody + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        if (length > MaxBody) return (null, ProblemResult.Of(413, ProblemCodes.TooLarge, $"The JSON is larger than {MaxBody / 1024} kB."));
        var type = json.Value.SerializerOptions.GetTypeInfo(typeof(AssetRequest));
        try
        {
            return JsonSerializer.Deserialize(buffer.AsSpan(0, length), type) is AssetRequest asked
                ? (asked, null)
                : (null, JsonFaults.ToProblem(buffer.AsMemory(0, length), type, path: null));
        }
        catch (JsonException broken)
        {
            return (null, JsonFaults.ToProblem(buffer.AsMemory(0, length), type, broken.Path));
        }
    }

    private static FieldProblem? Fault(AssetRequest asked) => asked switch
    {
        { Url: null, Generation: null } or { Url: not null, Generation: not null } =>
            new("url", "Give either url or generation.", JsonValue.Create(asked.Url?[..Math.Min(asked.Url.Length, 200)]), null),
        { Url: not null, Variant: not null } => new("variant", "variant goes with generation.", JsonValue.Create(asked.Variant), null),
        { Url: not null, At: not null } => new("at", "at goes with generation.", asked.At, null),
        { Url: not null, Output: not null } => new("output", "output goes with generation.", asked.Output, null),
        { Variant: not null, At: not null } => new("at", "at stands in place of variant.", asked.At, null),
        { Variant: { } variant } when !Variants.Contains(variant) =>
            new("variant", $"variant must be one of {string.Join(", ", Variants)}.", JsonValue.Create(variant[..Math.Min(variant.Length, 200)]), Variants),
        _ => null,
    };

    private async Task<(Asset? Asset, ProblemResult? Refusal)> FetchAsync(string accountId, string url, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address)) return (null, Invalid("url must be an https address.", url));
        try
        {
            return (await library.ImportAsync(accountId, address, cancellationToken), null);
        }
        catch (FetchException failed)
        {
            return (null, Invalid(failed.Message, url));
        }
    }

    private async Task<(Asset? Asset, ProblemResult? Refusal)> OfGenerationAsync(string accountId, AssetRequest asked, CancellationToken cancellationToken)
    {
        if (await store.FindOwnAsync(accountId, asked.Generation!, cancellationToken) is not { } generation) return (null, ProblemResult.NotFound());
        var wanted = asked.Variant == OutputVariant.Poster.Name ? OutputVariant.Poster : OutputVariant.Video;
        if (ContentEndpoints.Missing(generation, wanted, asked.Output ?? 0) is { } missing) return (null, missing);
        var output = generation.Outputs[asked.Output ?? 0];
        if (asked.At is { } at && !(at >= 0 && at <= output.Facts.DurationSeconds)) return (null, ProblemResult.Invalid(Outside(at, output)));
        try
        {
            var asset = asked switch
            {
                { At: { } time } => await outputs.FromFrameAsync(accountId, output, time, cancellationToken),
                { Variant: "firstFrame" } => await outputs.FromFrameAsync(accountId, output, 0, cancellationToken),
                { Variant: "lastFrame" } => await outputs.FromFrameAsync(accountId, output, at: null, cancellationToken),
                _ => await outputs.FromFileAsync(accountId, wanted.KeyOf(output)!, cancellationToken),
            };
            return asset is null ? (null, ProblemResult.NotFound("The file is no longer stored.")) : (asset, null);
        }
        catch (MediaException failed)
        {
            return (null, ProblemResult.Of(409, ProblemCodes.Conflict, $"The frame cannot be cut. {failed.Message}"));
        }
    }

    private static FieldProblem Outside(double at, GenerationOutput output)
    {
        var length = output.Facts.DurationSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        return new("at", $"at must be a number of seconds from 0 to {length}, the length of the video.", at, [$"0 to {length}"]);
    }

    private static ProblemResult Invalid(string message, string url) =>
        ProblemResult.Invalid(new FieldProblem("url", message, JsonValue.Create(url[..Math.Min(url.Length, 200)]), null));
}
