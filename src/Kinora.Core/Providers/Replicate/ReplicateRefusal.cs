using System.Globalization;
using System.Text.RegularExpressions;
using Kinora.Core.Providers.Http;

namespace Kinora.Core.Providers.Replicate;

/// <summary>Reads why Replicate did not do what it was asked.</summary>
internal static partial class ReplicateRefusal
{
    /// <summary>What came of a create call that named no prediction.</summary>
    public static SubmissionOutcome Of(ProviderAnswer answer)
    {
        if (!answer.IsRefusal) return new SubmissionOutcome.Unknown(Reason(answer));
        return new SubmissionOutcome.Refused(
            answer.Status?.ToString(CultureInfo.InvariantCulture) ?? "unreachable", Reason(answer),
            Retryable: answer.NeverLeft || answer.Status is 429 || answer.MayPassWithAnotherKey, ByUser: answer.Status is 422 && IsAboutInput(answer), Wait(answer))
        {
            Account = answer.AccountTrouble,
            Model = answer.Status is 404 || IsAboutVersion(answer) ? ProbeReading.NotPublished : null,
        };
    }

    /// <summary>In Replicate's own words where it has some.</summary>
    public static string Reason(ProviderAnswer answer) =>
        answer.Reason(answer.Text(answer.Body.Field("detail"))?.Trim() ?? answer.Text(answer.Body.Field("title")));

    // Its checks name the fields of the input as "input" and "input.prompt". A version that is gone, or a body that we wrote wrong, is no fault of the user.
    private static bool IsAboutInput(ProviderAnswer answer)
    {
        var fields = answer.Body.Field("invalid_fields").Items().Select(field => field.Field("field").AsText() ?? "").ToList();
        return fields.Count > 0
            ? fields.Exists(field => field.StartsWith("input", StringComparison.Ordinal))
            : !IsAboutVersion(answer);
    }

    private static bool IsAboutVersion(ProviderAnswer answer) =>
        answer.Status is 422 && answer.Body.Field("title").AsText()?.StartsWith("Invalid version", StringComparison.OrdinalIgnoreCase) is true;

    private static TimeSpan? Wait(ProviderAnswer answer) =>
        answer.RetryAfter
        ?? (answer.Text(answer.Body.Field("detail")) is { } detail && Resets().Match(detail) is { Success: true } match
            ? TimeSpan.FromSeconds(int.Parse(match.Groups["seconds"].ValueSpan, CultureInfo.InvariantCulture))
            : null);

    // "Request was throttled. Your rate limit resets in ~30s."
    [GeneratedRegex(@"resets in ~?(?<seconds>[0-9]{1,6})\s*s", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Resets();
}
