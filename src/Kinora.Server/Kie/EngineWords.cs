using System.Globalization;
using System.Text.Json.Nodes;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Core.Providers;
using Kinora.Core.Providers.Accounts;
using Kinora.Sandbox.Tasks;
using Kinora.Server.Wire;

namespace Kinora.Server.Kie;

/// <summary>Tells a generation, whoever asked for it, as a task of KIE's.</summary>
internal sealed class EngineWords(ModelCatalog catalog, FileLinks links)
{
    private const string ReturnLastFrame = "return_last_frame";

    public ToldTask Tell(Generation generation)
    {
        var urls = Urls(generation, OutputVariant.Video);
        return new()
        {
            TaskId = generation.Id,
            Model = Model(generation),
            Body = Body(generation),
            State = State(generation.Status),
            Urls = urls,
            Result = generation.Status is GenerationStatus.Succeeded ? Result(generation, urls) : null,
            Still = Urls(generation, OutputVariant.Poster) is [var still, ..] ? still : null,
            Resolution = generation.Input.Resolution,
            Source = generation.ParentId,
            FailCode = FailCode(generation),
            FailMessage = generation.Status is GenerationStatus.Canceled ? "The task was canceled" : generation.Failure?.Message,
            CreatedAt = generation.CreatedAt,
            CompletedAt = generation.IsFinal ? generation.CompletedAt ?? generation.UpdatedAt : null,
            Progress = generation.Status is GenerationStatus.Succeeded ? 100 : generation.Progress,
            Credits = generation.Captured,
        };
    }

    /// <summary>Whether it was asked for by one of these APIs, or is of a model that one of them makes.</summary>
    /// <param name="apis">Surfaces, and endpoints as the catalog names them.</param>
    public bool IsOf(Generation generation, string[] apis) =>
        apis.Contains(generation.Origin?.Surface) || KieRoutes(generation).Any(route => apis.Contains(route.Endpoint));

    private static string State(GenerationStatus status) => status switch
    {
        GenerationStatus.Queued => ToldTask.Waiting,
        GenerationStatus.Submitting => ToldTask.Queuing,
        GenerationStatus.Running or GenerationStatus.Collecting => ToldTask.Generating,
        GenerationStatus.Succeeded => ToldTask.Success,
        _ => ToldTask.Fail,
    };

    private static int? FailCode(Generation generation) => generation switch
    {
        { Status: GenerationStatus.Canceled } => 501,
        { Status: not GenerationStatus.Failed } or { Failure: null } => null,
        { Failure.ProviderCode: { } own } when int.TryParse(own, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is >= 400 and < 600 => code,
        { Failure.Code: FailureCode.Moderated } => 400,
        { Failure.By: FailureBy.User } => 422,
        _ => 500,
    };

    private IEnumerable<ModelRoute> KieRoutes(Generation generation) =>
        catalog.FindVariant(generation.VariantId)?.Routes.Where(route => route is { Provider: ProviderNames.Kie, As: null }) ?? [];

    // By the name that was asked for, where that was KIE's.
    private string Model(Generation generation) =>
        KieSurface.Made(generation) && generation.Origin!.Request?["model"] is JsonValue named && named.TryGetValue<string>(out var model)
            ? model
            : KieRoutes(generation).FirstOrDefault()?.WireId ?? generation.VariantId;

    private JsonObject Body(Generation generation)
    {
        if (KieSurface.Made(generation) && generation.Origin!.Request is { } asked) return asked;
        return KieRoutes(generation).Any(route => route.Endpoint is CatalogEndpoint.Jobs)
            ? new JsonObject { ["model"] = Model(generation), ["input"] = generation.WireInput.DeepClone() }
            : generation.WireInput;
    }

    private JsonObject Result(Generation generation, IReadOnlyList<string> urls)
    {
        var result = new JsonObject { ["resultUrls"] = Texts(urls) };
        if (generation.Input.Parameters?[ReturnLastFrame]?.ToString() != "true") return result;
        result["firstFrameUrl"] = Texts(Urls(generation, OutputVariant.FirstFrame));
        result["lastFrameUrl"] = Texts(Urls(generation, OutputVariant.LastFrame));
        return result;
    }

    private IReadOnlyList<string> Urls(Generation generation, OutputVariant variant) => generation.Status is GenerationStatus.Succeeded
        ? [.. generation.Outputs.Select((_, index) => links.Of(generation, index, variant)).OfType<string>()]
        : [];

    private static JsonArray Texts(IReadOnlyList<string> texts) => [.. texts.Select(text => (JsonNode)text)];
}
