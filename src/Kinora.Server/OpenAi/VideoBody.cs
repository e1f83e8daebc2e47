using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Kinora.Core.Assets;
using Kinora.Server.Hosting;
using Kinora.Server.Problems;
using Kinora.Server.Wire;

namespace Kinora.Server.OpenAi;

/// <summary>Reads requests: JSON or a form, whose files become uploads of the account.</summary>
internal sealed class VideoBody(AssetLibrary library)
{
    public const string Reference = "input_reference";

    /// <summary>Of one field, in bytes: a prompt of 32,000 characters at their longest.</summary>
    private const int LongestText = 4 * 32_000;

    /// <summary>More than any model takes.</summary>
    private const int MostFiles = 16;

    /// <summary>The fields, or why there are none.</summary>
    public async Task<(VideoFields Fields, ProblemResult? Refusal)> ReadAsync(HttpRequest request, string accountId, CancellationToken cancellationToken)
    {
        var fields = new VideoFields();
        try
        {
            if (MultipartBody.Open(request) is { } form) return (fields, await ReadFormAsync(form, fields, accountId, cancellationToken));
            if (request.HasJsonContentType()) return (fields, await ReadJsonAsync(request.HttpContext, fields, cancellationToken));
            return (fields, ProblemResult.Of(415, ProblemCodes.UnsupportedMedia, "Send multipart/form-data or application/json."));
        }
        catch (AssetRefusedException refused)
        {
            return (fields, Refused(refused));
        }
    }

    /// <summary>Stores what a data URL holds.</summary>
    /// <exception cref="AssetRefusedException">It is nothing that is taken.</exception>
    public async Task<Asset> StoreAsync(string dataUrl, string accountId, CancellationToken cancellationToken)
    {
        var comma = dataUrl.IndexOf(',');
        var bytes = new byte[(dataUrl.Length - comma) * 3 / 4 + 3];
        if (comma < 0 || !dataUrl.AsSpan(0, comma).EndsWith(";base64", StringComparison.OrdinalIgnoreCase)
            || !Convert.TryFromBase64Chars(dataUrl.AsSpan(comma + 1), bytes, out var length))
            throw new AssetRefusedException(false, "The data URL cannot be read; it looks like data:image/png;base64,….");
        return await library.UploadAsync(accountId, new MemoryStream(bytes, 0, length), cancellationToken);
    }

    public static ProblemResult Refused(AssetRefusedException refused) => refused.TooLarge
        ? ProblemResult.Of(413, ProblemCodes.TooLarge, refused.Message).About(Reference)
        : ProblemResult.Of(400, ProblemCodes.InvalidInput, refused.Message).About(Reference);

    private async Task<ProblemResult?> ReadFormAsync(MultipartBody form, VideoFields fields, string accountId, CancellationToken cancellationToken)
    {
        while (await form.NextAsync(cancellationToken) is { } part)
        {
            if (part.FileName is not null)
            {
                // A file of another name is one of the many that are ignored.
                if (part.Name is not (Reference or Reference + "[]")) continue;
                if (fields.Files.Count == MostFiles) return TooMany();
                fields.Files.Add(await library.UploadAsync(accountId, part.Body, part.FileName, cancellationToken));
            }
            else if (await TextAsync(part.Body, cancellationToken) is not { } text)
            {
                return ProblemResult.Of(400, ProblemCodes.InvalidInput, $"The field must be UTF-8 text of at most {LongestText:N0} bytes.")
                    .About(part.Name[..Math.Min(part.Name.Length, 100)]);
            }
            else if (!fields.Add(part.Name, text))
            {
                return TooMany();
            }
        }

        return null;
    }

    private static async Task<ProblemResult?> ReadJsonAsync(HttpContext context, VideoFields fields, CancellationToken cancellationToken)
    {
        var body = await context.Features.Get<BoundedBody>()!.WholeAsync(cancellationToken);
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind is not JsonValueKind.Object) return NoObject("must be a JSON object.");
            return fields.AddAll(document.RootElement) ? null : TooMany();
        }
        catch (JsonException broken)
        {
            return NoObject(body.IsEmpty ? "is empty; send a JSON object." : $"breaks off at line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}.");
        }
        catch (InvalidOperationException)
        {
            return NoObject("holds text that is no Unicode.");
        }
    }

    /// <summary>Null when it is too long, or no text.</summary>
    private static async Task<string?> TextAsync(Stream part, CancellationToken cancellationToken)
    {
        var bytes = new byte[LongestText + 1];
        var read = await part.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return read <= LongestText && Utf8.IsValid(bytes.AsSpan(0, read)) ? Encoding.UTF8.GetString(bytes, 0, read) : null;
    }

    private static ProblemResult NoObject(string fault) => ProblemResult.Of(400, ProblemCodes.InvalidJson, "The body " + fault);

    private static ProblemResult TooMany() => ProblemResult.Of(400, ProblemCodes.InvalidInput, "The request has too many fields.");
}
