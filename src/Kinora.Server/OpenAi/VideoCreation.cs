using System.Text.Json.Nodes;
using Kinora.Core.Accounts;
using Kinora.Core.Assets;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Server.Endpoints;
using Kinora.Server.Problems;
using Kinora.Server.Wire;

namespace Kinora.Server.OpenAi;

/// <summary>Makes generations of OpenAI's requests.</summary>
internal sealed class VideoCreation(VideoBody body, AssetIndex index, ModelCatalog catalog, GenerationAcceptor acceptor, VideoAnswers answers)
{
    private const string Surface = "openai/videos";

    public async Task<IResult> CreateAsync(Requester caller, string? idempotencyKey, HttpRequest request, CancellationToken cancellationToken)
    {
        var (fields, refusal) = await body.ReadAsync(request, caller.AccountId, cancellationToken);
        if (refusal is not null) return refusal;
        IReadOnlyList<GivenMedia> media;
        try
        {
            media = await MediaAsync(fields, caller.AccountId, cancellationToken);
        }
        catch (AssetRefusedException refused)
        {
            return VideoBody.Refused(refused);
        }

        var (form, faults) = (new VideoForm(fields, catalog), new List<InputFault>());
        var input = form.Read(media, faults);
        if (faults.Count > 0) return Invalid(faults, form);
        var asked = new JsonObject();
        if (form.Model is { } model) asked[VideoAnswers.Model] = model;
        if (form.Frame is { } frame) asked[VideoAnswers.Size] = frame.ToString();
        return await AcceptAsync(caller, input, idempotencyKey, new() { Surface = Surface, Request = asked }, form, cancellationToken);
    }

    public async Task<IResult> RemixAsync(
        Requester caller, Generation earlier, string? idempotencyKey, HttpRequest request, CancellationToken cancellationToken)
    {
        var (fields, refusal) = await body.ReadAsync(request, caller.AccountId, cancellationToken);
        if (refusal is not null) return refusal;
        if (fields.Text("prompt") is not { } prompt) return ProblemResult.Of(400, ProblemCodes.InvalidInput, "prompt is required.").About("prompt");
        var asked = new JsonObject();
        foreach (var name in new[] { VideoAnswers.Model, VideoAnswers.Size })
            if (earlier.Origin?.Request?[name] is { } told) asked[name] = told.DeepClone();
        var origin = new GenerationOrigin { Surface = Surface, Request = asked, RemixOf = earlier.Id };
        return await AcceptAsync(caller, earlier.Input with { Prompt = prompt }, idempotencyKey, origin, new(fields, catalog), cancellationToken);
    }

    private async Task<IResult> AcceptAsync(
        Requester caller, GenerationInput input, string? idempotencyKey, GenerationOrigin origin, VideoForm form, CancellationToken cancellationToken)
    {
        if (Acceptance.KeyFault(idempotencyKey) is { } fault) return ProblemResult.Invalid(fault);
        return await acceptor.AcceptAsync(caller, input, idempotencyKey, origin, cancellationToken) switch
        {
            AcceptResult.Accepted accepted => answers.One(accepted.Items[0].Generation),
            AcceptResult.Invalid invalid => Invalid(invalid.Faults, form),
            var refused => Acceptance.Refusal(refused),
        };
    }

    private async Task<IReadOnlyList<GivenMedia>> MediaAsync(VideoFields fields, string accountId, CancellationToken cancellationToken)
    {
        var media = new List<GivenMedia>(fields.Files.Select(Given));
        string[] addresses =
        [
            .. fields.Texts(VideoBody.Reference), .. fields.Texts(VideoBody.Reference + "[image_url]"), .. fields.Texts(VideoBody.Reference + "[file_id]"),
        ];
        foreach (var address in addresses)
        {
            media.Add(address.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? Given(await body.StoreAsync(address, accountId, cancellationToken))
                : address.StartsWith("asset_", StringComparison.Ordinal) && await index.FindAsync(accountId, address, cancellationToken) is { } asset ? Given(asset)
                : new(address, GivenMedia.Image));
        }

        return media;
    }

    private static GivenMedia Given(Asset asset) => new(asset.Id, asset.Facts.ContentType.Split('/')[0]);

    private static ProblemResult Invalid(IReadOnlyList<InputFault> faults, VideoForm form) =>
        faults.Select(form.InCallersWords).ToArray().ToProblem();
}
