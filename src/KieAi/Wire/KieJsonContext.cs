using System.Text.Json.Serialization;

namespace KieAi;

/// <summary>KIE's answers: read leniently (numbers as strings, lists as text), written with their nulls, unknown fields kept.</summary>
[JsonSourceGenerationOptions(Converters =
[
    typeof(LenientText), typeof(LenientUrls), typeof(LenientNumber<int>), typeof(LenientNumber<long>), typeof(LenientNumber<decimal>),
])]
[JsonSerializable(typeof(KieTask))]
[JsonSerializable(typeof(KieVeoTask))]
[JsonSerializable(typeof(KieRunwayTask))]
[JsonSerializable(typeof(KieAlephTask))]
[JsonSerializable(typeof(KieModifyTask))]
[JsonSerializable(typeof(KieVeo1080p))]
[JsonSerializable(typeof(KieVeo4k))]
[JsonSerializable(typeof(KieUploadedFile))]
[JsonSerializable(typeof(KieModelList))]
[JsonSerializable(typeof(KieModelSchema))]
[JsonSerializable(typeof(KieModelPrice))]
[JsonSerializable(typeof(KieModelSuccessRate))]
[JsonSerializable(typeof(KiePricePage))]
[JsonSerializable(typeof(KieAsset))]
[JsonSerializable(typeof(KieOmniAudio))]
[JsonSerializable(typeof(KieOmniCharacter))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
public sealed partial class KieJsonContext : JsonSerializerContext;

/// <summary>KIE's requests: what is null stays out; numbers may arrive as strings, anything else of a wrong type is an error.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(KieCreateTaskRequest))]
[JsonSerializable(typeof(KieVeoRequest))]
[JsonSerializable(typeof(KieVeoExtendRequest))]
[JsonSerializable(typeof(KieVeo4kRequest))]
[JsonSerializable(typeof(KieRunwayRequest))]
[JsonSerializable(typeof(KieRunwayExtendRequest))]
[JsonSerializable(typeof(KieAlephRequest))]
[JsonSerializable(typeof(KieModifyRequest))]
[JsonSerializable(typeof(KieBase64UploadRequest))]
[JsonSerializable(typeof(KieUrlUploadRequest))]
[JsonSerializable(typeof(KieDownloadUrlRequest))]
[JsonSerializable(typeof(KiePriceQuery))]
[JsonSerializable(typeof(KieAssetRequest))]
[JsonSerializable(typeof(KieOmniAudioRequest))]
[JsonSerializable(typeof(KieOmniCharacterRequest))]
public sealed partial class KieRequestJsonContext : JsonSerializerContext;
