using System.Security.Cryptography;
using KieAi;
using KieAi.AspNetCore;

namespace Kinora.Sandbox.Assets;

/// <summary>Makes voices and characters for Gemini Omni: checks them and gives them ids.</summary>
internal sealed class OmniStudio
{
    private const int LongestName = 210, LongestVoice = 20_000, LongestDialogue = 120, MostImages = 2;

    public KieReply<KieOmniAudio> Create(KieOmniAudioRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.AudioId)) return Missing<KieOmniAudio>("audio_id");
        if (request.Name?.Length > LongestName) return TooLong<KieOmniAudio>("name", LongestName);
        if (request.VoiceDescription?.Length > LongestVoice) return TooLong<KieOmniAudio>("voice_description", LongestVoice);
        if (request.ExampleDialogue?.Length > LongestDialogue) return TooLong<KieOmniAudio>("example_dialogue", LongestDialogue);
        return KieReply.Success(new KieOmniAudio { KieAudioId = NewId("audio"), Name = request.Name });
    }

    public KieReply<KieOmniCharacter> Create(KieOmniCharacterRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Descriptions)) return Missing<KieOmniCharacter>("descriptions");
        if (request.ImageUrls is not { Count: > 0 } images) return Missing<KieOmniCharacter>("image_urls");
        if (images.Count > MostImages) return KieReply.Refused<KieOmniCharacter>(422, $"image_urls must have 1 to {MostImages} items");
        return KieReply.Success(new KieOmniCharacter
        {
            CharacterId = NewId("char"), CharacterName = request.CharacterName, ImageUrl = images[0], BodyImageUrl = images[^1],
        });
    }

    private static string NewId(string kind) => $"{kind}_{RandomNumberGenerator.GetHexString(16, lowercase: true)}";

    private static KieReply<T> Missing<T>(string field) => KieReply.Refused<T>(422, $"{field} is required");

    private static KieReply<T> TooLong<T>(string field, int most) => KieReply.Refused<T>(422, $"{field} cannot exceed {most} characters");
}
