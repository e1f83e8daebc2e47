using System.Text.Json;
using System.Text.Json.Serialization;

namespace KieAi;

/// <summary>Body of <c>POST /api/v1/omni/audio/create</c>: a voice for Gemini Omni.</summary>
public sealed record KieOmniAudioRequest
{
    [JsonPropertyName("audio_id")] public string? AudioId { get; init; }

    /// <summary>At most 210 characters.</summary>
    [JsonPropertyName("name")] public string? Name { get; init; }

    /// <summary>At most 20,000 characters.</summary>
    [JsonPropertyName("voice_description")] public string? VoiceDescription { get; init; }

    /// <summary>At most 120 characters.</summary>
    [JsonPropertyName("example_dialogue")] public string? ExampleDialogue { get; init; }

    /// <summary>Fields of the body that this version does not name.</summary>
    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>A voice that was made.</summary>
public sealed record KieOmniAudio
{
    [JsonPropertyName("kieAudioId")] public string? KieAudioId { get; init; }
    [JsonPropertyName("name")] public string? Name { get; init; }
}

/// <summary>Body of <c>POST /api/v1/omni/character/create</c>: a character for Gemini Omni.</summary>
public sealed record KieOmniCharacterRequest
{
    [JsonPropertyName("descriptions")] public string? Descriptions { get; init; }

    /// <summary>One or two.</summary>
    [JsonPropertyName("image_urls")] public IReadOnlyList<string>? ImageUrls { get; init; }

    /// <summary>Ids of <see cref="KieOmniAudio"/>.</summary>
    [JsonPropertyName("audio_ids")] public IReadOnlyList<string>? AudioIds { get; init; }
    [JsonPropertyName("character_name")] public string? CharacterName { get; init; }

    /// <summary>Fields of the body that this version does not name.</summary>
    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>A character that was made.</summary>
public sealed record KieOmniCharacter
{
    [JsonPropertyName("characterId")] public string? CharacterId { get; init; }
    [JsonPropertyName("characterName")] public string? CharacterName { get; init; }
    [JsonPropertyName("imageUrl")] public string? ImageUrl { get; init; }
    [JsonPropertyName("bodyImageUrl")] public string? BodyImageUrl { get; init; }
}
