using KieAi.AspNetCore;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;

namespace Kinora.Sandbox.Tasks;

/// <summary>Reads the one form that early callers have for all services: what is given decides the product and its mode.</summary>
internal sealed class ServiceForm(ModelCatalog catalog)
{
    private static readonly string[] Roles = ["duration", "resolution", "aspectRatio", "seed"];

    /// <summary>What the form asks for, as a request of the catalog's; or its refusal.</summary>
    public (GenerationPlan? Plan, KieReply<string> Fault) Read(string service, KieServiceRequest request)
    {
        if (!catalog.Services.TryGetValue(service, out var products)) return (null, WireRefusal.UnknownModel);
        if (request.Model is { } named)
        {
            if (catalog.Find(named) is not { } model || !products.Any(product => product.Family == model.Family)) return (null, WireRefusal.UnknownModel);
            products = [model];
        }

        foreach (var (mode, form) in Forms(request))
        {
            if (products.FirstOrDefault(product => Offers(product, request.Model, mode) is not null) is not { } product) continue;
            var (plan, faults) = catalog.Plan(Fitting(form, request, Offers(product, request.Model, mode)!) with { Model = request.Model ?? product.Id, Mode = mode });
            return plan is null ? (null, KieReply.Refused<string>(422, faults[0].Message)) : (plan, default);
        }

        return (null, KieReply.Refused<string>(422, $"{service} has no model for what is given"));
    }

    // The modes that the media given may mean, the likeliest first.
    private static IEnumerable<(string Mode, GenerationInput Form)> Forms(KieServiceRequest request)
    {
        var form = new GenerationInput { Model = "", Prompt = string.IsNullOrWhiteSpace(request.Prompt) ? null : request.Prompt };
        var (image, video, audio) = (Given(request.ImageUrl), Given(request.VideoUrl), Given(request.AudioUrl));
        if (audio is not null)
        {
            yield return ("speech-to-video", form with { Audio = audio, FirstFrame = image, SourceVideo = video });
        }
        else if (video is not null)
        {
            if (image is not null) yield return ("motion-control", form with { MotionVideo = video, FirstFrame = image });
            yield return ("video-to-video", form with { SourceVideo = video, References = image is null ? [] : [image] });
            yield return ("reference-to-video", form with { ReferenceVideos = [video], References = image is null ? [] : [image] });
        }
        else
        {
            yield return image is null ? ("text-to-video", form) : ("image-to-video", form with { FirstFrame = image });
        }

        static string? Given(string? address) => string.IsNullOrWhiteSpace(address) ? null : address;
    }

    private static ModeForm? Offers(ModelDefinition product, string? named, string mode)
    {
        var variants = product.Variants.Where(variant => variant.IsAvailable && variant.Result is null);
        var pinned = variants.Where(variant => variant.Id == named).ToArray();
        return (pinned.Length > 0 ? pinned : variants).SelectMany(variant => variant.Modes).FirstOrDefault(form => form.Mode == mode);
    }

    // The form is one for all models, so what this one has no field for is left out, as the service does with unknown fields.
    private static GenerationInput Fitting(GenerationInput form, KieServiceRequest request, ModeForm offered)
    {
        var known = Roles.Where(role => offered.Controls.Any(control => control.Role == role)).ToHashSet();
        if (!offered.Controls.Any(control => control.Role == "prompt")) form = form with { Prompt = null };
        return form with
        {
            Duration = known.Contains("duration") ? request.Duration : null,
            Resolution = known.Contains("resolution") ? request.Resolution : null,
            AspectRatio = known.Contains("aspectRatio") ? request.AspectRatio : null,
            Seed = known.Contains("seed") ? request.Seed : null,
        };
    }
}
