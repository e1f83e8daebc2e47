using System.Text.Json.Serialization;

namespace KieAi;

/// <summary>Body of <c>POST /api/file-base64-upload</c>. KIE advises it for at most 10 MB.</summary>
public sealed record KieBase64UploadRequest
{
    /// <summary>Base64, bare or as a <c>data:</c> URL.</summary>
    [JsonPropertyName("base64Data")] public string? Base64Data { get; init; }

    /// <summary>A folder, without slashes at its ends.</summary>
    [JsonPropertyName("uploadPath")] public string? UploadPath { get; init; }
    [JsonPropertyName("fileName")] public string? FileName { get; init; }
}

/// <summary>Body of <c>POST /api/file-url-upload</c>. KIE fetches for at most 30 s and advises at most 100 MB.</summary>
public sealed record KieUrlUploadRequest
{
    /// <summary>An http or https address that KIE can reach.</summary>
    [JsonPropertyName("fileUrl")] public string? FileUrl { get; init; }

    /// <summary>A folder, without slashes at its ends.</summary>
    [JsonPropertyName("uploadPath")] public string? UploadPath { get; init; }
    [JsonPropertyName("fileName")] public string? FileName { get; init; }
}

/// <summary>Body of <c>POST /api/v1/common/download-url</c>.</summary>
public sealed record KieDownloadUrlRequest
{
    /// <summary>The address of a file that KIE made.</summary>
    [JsonPropertyName("url")] public string? Url { get; init; }
}
