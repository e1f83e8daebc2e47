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
[JsonSerializable(typeof(KieUploadedFile))]
public sealed partial class KieJsonContext : JsonSerializerContext;

/// <summary>KIE's requests: what is null stays out; numbers may arrive as strings, anything else of a wrong type is an error.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(KieCreateTaskRequest))]
[JsonSerializable(typeof(KieVeoRequest))]
[JsonSerializable(typeof(KieRunwayRequest))]
[JsonSerializable(typeof(KieRunwayExtendRequest))]
[JsonSerializable(typeof(KieAlephRequest))]
[JsonSerializable(typeof(KieModifyRequest))]
public sealed partial class KieRequestJsonContext : JsonSerializerContext;
