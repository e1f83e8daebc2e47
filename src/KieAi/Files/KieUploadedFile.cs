using System.Text.Json.Serialization;

namespace KieAi;

/// <summary>A file on KIE's upload host; it goes after 3 days.</summary>
public sealed record KieUploadedFile
{
    [JsonPropertyName("fileName")] public string? FileName { get; init; }
    [JsonPropertyName("filePath")] public string? FilePath { get; init; }

    /// <summary>Public address to name in a task's input.</summary>
    [JsonPropertyName("downloadUrl")] public string? DownloadUrl { get; init; }
    [JsonPropertyName("fileSize")] public long? FileSize { get; init; }
    [JsonPropertyName("mimeType")] public string? MimeType { get; init; }
    [JsonPropertyName("uploadedAt")] public string? UploadedAt { get; init; }
}
