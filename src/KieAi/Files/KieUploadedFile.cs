using System.Text.Json;
using System.Text.Json.Serialization;

namespace KieAi;

/// <summary>A file on KIE's upload host; it goes after 3 days. KIE's pages show two sets of fields, which share most of those that count.</summary>
public sealed record KieUploadedFile
{
    [JsonPropertyName("fileName")] public string? FileName { get; init; }
    [JsonPropertyName("filePath")] public string? FilePath { get; init; }

    /// <summary>Public address to name in a task's input. From the client never null.</summary>
    [JsonPropertyName("downloadUrl")] public string? DownloadUrl { get; init; }

    /// <summary>Bytes.</summary>
    [JsonPropertyName("fileSize")] public long? FileSize { get; init; }
    [JsonPropertyName("mimeType")] public string? MimeType { get; init; }

    /// <summary>ISO text.</summary>
    [JsonPropertyName("uploadedAt")] public string? UploadedAt { get; init; }

    /// <summary>In the quickstart's set.</summary>
    [JsonPropertyName("fileId"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? FileId { get; init; }

    /// <summary>In the quickstart's set; stands in where <see cref="DownloadUrl"/> is missing.</summary>
    [JsonPropertyName("fileUrl"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? FileUrl { get; init; }

    /// <summary>ISO text; in the quickstart's set.</summary>
    [JsonPropertyName("expiresAt"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ExpiresAt { get; init; }

    /// <summary>Fields of the answer that this version does not name.</summary>
    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}
