using System.Globalization;
using System.Text.Json;
using Kinora.Core.Providers.Http;

namespace Kinora.Core.Providers.OpenAiVideos;

/// <summary>Reads why a videos server did not do what it was asked: <c>{error:{message,type,param,code}}</c>, or <c>{detail}</c> of a server's own checks.</summary>
internal static class VideoRefusal
{
    /// <summary>What came of a create call that named no video.</summary>
    public static SubmissionOutcome Of(ProviderAnswer answer)
    {
        if (!answer.IsRefusal) return new SubmissionOutcome.Unknown(Reason(answer));
        var code = Code(answer.Body);
        return new SubmissionOutcome.Refused(
            answer.Status?.ToString(CultureInfo.InvariantCulture) ?? "unreachable", Reason(answer),
            // Who has spent all he had is answered 429 too, and waits in vain.
            Retryable: answer.NeverLeft || answer.MayPassWithAnotherKey || (answer.Status is 429 && code is not "insufficient_quota"),
            ByUser: answer.Status is 400 or 422 && (NamesField(answer.Body) || code is "moderation_blocked" or "content_policy_violation"), answer.RetryAfter)
        {
            Account = code is "insufficient_quota" ? ProviderAccountState.OutOfCredits : answer.AccountTrouble,
            Model = IsAboutModel(answer) ? ProbeReading.NotPublished : null,
        };
    }

    /// <summary>In the server's own words where it has some.</summary>
    public static string Reason(ProviderAnswer answer)
    {
        var (error, detail) = (answer.Body.Field("error"), answer.Body.Field("detail"));
        return answer.Reason(
            answer.Text(error.Field("message")) ?? answer.Text(error) ?? answer.Text(answer.Body.Field("message")) ?? answer.Text(detail)
            ?? answer.Text(detail.Items().FirstOrDefault().Field("msg")));
    }

    /// <summary>Whether the server says that it has no such model.</summary>
    public static bool IsAboutModel(ProviderAnswer answer) =>
        answer.Status is 404 || (answer.IsRefusal && (Code(answer.Body) is "model_not_found" || answer.Body.Field("error").Field("param").AsText() is "model"));

    private static string? Code(JsonElement body) => body.Field("error").Field("code").AsText();

    private static bool NamesField(JsonElement body) =>
        body.Field("error").Field("param").AsText() is { Length: > 0 } and not "model"
        || body.Field("detail").Items().Any(fault => fault.Field("loc").Items().Any());
}
