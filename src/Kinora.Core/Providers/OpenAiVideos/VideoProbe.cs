using Kinora.Core.Providers.Http;

namespace Kinora.Core.Providers.OpenAiVideos;

/// <summary>Reads from what a videos server says whether it has a model.</summary>
internal static class VideoProbe
{
    /// <summary>By its list of models; null where it has none, or an empty one.</summary>
    public static ProbeReading? OfList(ProviderAnswer answer, string model)
    {
        if (answer.ProbeTrouble is { } trouble) return trouble;
        if (!answer.IsGranted) return null;
        var listed = answer.Body.Field("data").Items().Select(one => one.Field("id").AsText()).ToList();
        return listed.Count == 0 ? null : listed.Contains(model, StringComparer.Ordinal) ? ProbeReading.Works : ProbeReading.NotPublished;
    }

    public static string Reason(ProviderAnswer list, string model) => OfList(list, model) switch
    {
        ProbeReading.Works => "The server lists it.",
        ProbeReading.NotPublished => "The server lists its models, and this is none of them.",
        _ => VideoRefusal.Reason(list),
    };

    /// <summary>By its answer to a request without a prompt.</summary>
    public static ProviderProbe OfCreation(ProviderAnswer answer, string request)
    {
        if (answer.IsGranted && TaskIds.Of(answer.Body) is { } made)
            return answer.Probed(ProbeReading.Works, request, $"The server took a request without a prompt for a real one: {made} runs and may be charged.")
                with { MadeTask = made };
        var reading = answer.ProbeTrouble
            ?? (VideoRefusal.IsAboutModel(answer) ? ProbeReading.NotPublished : answer.Status is 400 or 422 ? ProbeReading.Works : ProbeReading.Unclear);
        return answer.Probed(reading, request, VideoRefusal.Reason(answer));
    }
}
