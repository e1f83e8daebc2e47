using System.Text.Json;
using System.Text.Json.Nodes;
using Kinora.Core.Providers.Http;

namespace Kinora.Core.Providers.OpenAiVideos;

/// <summary>Writes a submission as the form that <c>POST /v1/videos</c> takes: each field a part, media as files.</summary>
internal static class VideoForm
{
    private const string Model = "model";

    /// <exception cref="IOException">A file could not be opened.</exception>
    public static async Task<MultipartFormDataContent> OfAsync(ProviderSubmission submission, CancellationToken cancellationToken)
    {
        var form = FormParts.Form();
        try
        {
            form.AddText(Model, submission.Model);
            foreach (var (name, value) in submission.Input)
            {
                if (value is null || name == Model) continue;
                foreach (var one in Parts(submission, value))
                {
                    if (FileOf(submission, one) is { } file) form.AddFile(name, file.Name, file.ContentType, await file.OpenAsync(cancellationToken));
                    else if (one is not null) form.AddText(name, Text(one));
                }
            }

            return form;
        }
        catch
        {
            form.Dispose();
            throw;
        }
    }

    // A list of files is the same field several times, as in any form.
    private static IEnumerable<JsonNode?> Parts(ProviderSubmission submission, JsonNode value) =>
        value is JsonArray list && list.Any(item => FileOf(submission, item) is not null) ? [.. list] : [value];

    private static ProviderFile? FileOf(ProviderSubmission submission, JsonNode? value) =>
        value?.GetValueKind() is JsonValueKind.String ? submission.Files.GetValueOrDefault(value.GetValue<string>()) : null;

    private static string Text(JsonNode value) => value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
}
