namespace KieAi.AspNetCore;

/// <summary>The calls of the KIE.ai API, as one account makes them.</summary>
/// <remarks>
/// Called concurrently. A refusal is a <see cref="KieReply{T}"/> with a code other than 200; an exception becomes code 500. What creates
/// a task answers its id once the task is durable. Ids are unique across all of these APIs, yet a task is read by the API that made it.
/// </remarks>
public interface IKieAccount
{
    /// <summary>Creates a jobs task.</summary>
    Task<KieReply<string>> CreateTaskAsync(KieCreateTaskRequest request, CancellationToken cancellationToken);

    /// <summary>Reads a jobs task.</summary>
    Task<KieReply<KieTask>> FindTaskAsync(string taskId, CancellationToken cancellationToken);

    /// <summary>Creates a jobs task from the one form that early callers have for all services.</summary>
    /// <param name="service"><c>sora</c>, <c>kling</c>, <c>minimax</c>, <c>hailuo</c>, <c>wan</c> or <c>seedance</c>.</param>
    Task<KieReply<string>> CreateServiceTaskAsync(string service, KieServiceRequest request, CancellationToken cancellationToken);

    /// <summary>Creates a Veo task.</summary>
    Task<KieReply<string>> GenerateVeoAsync(KieVeoRequest request, CancellationToken cancellationToken);

    /// <summary>Creates a Veo task that continues a finished one.</summary>
    Task<KieReply<string>> ExtendVeoAsync(KieVeoExtendRequest request, CancellationToken cancellationToken);

    /// <summary>Reads a Veo task, an extension too.</summary>
    Task<KieReply<KieVeoTask>> FindVeoTaskAsync(string taskId, CancellationToken cancellationToken);

    /// <summary>Asks for a Veo video at 1080p, the first time and every time after; code 400 while the work lasts.</summary>
    Task<KieReply<KieVeo1080p>> FindVeo1080pAsync(string taskId, int index, CancellationToken cancellationToken);

    /// <summary>Asks for a Veo video in 4K, the first time and every time after; without addresses, or code 422, while the work lasts.</summary>
    Task<KieReply<KieVeo4k>> FindVeo4kAsync(KieVeo4kRequest request, CancellationToken cancellationToken);

    /// <summary>Creates a task on Runway's own endpoint.</summary>
    Task<KieReply<string>> GenerateRunwayAsync(KieRunwayRequest request, CancellationToken cancellationToken);

    /// <summary>Creates a task that continues a finished Runway task.</summary>
    Task<KieReply<string>> ExtendRunwayAsync(KieRunwayExtendRequest request, CancellationToken cancellationToken);

    /// <summary>Reads a Runway task, an extension too.</summary>
    Task<KieReply<KieRunwayTask>> FindRunwayTaskAsync(string taskId, CancellationToken cancellationToken);

    /// <summary>Creates a task on Aleph's own endpoint.</summary>
    Task<KieReply<string>> GenerateAlephAsync(KieAlephRequest request, CancellationToken cancellationToken);

    /// <summary>Reads an Aleph task.</summary>
    Task<KieReply<KieAlephTask>> FindAlephTaskAsync(string taskId, CancellationToken cancellationToken);

    /// <summary>Creates a Luma Modify task.</summary>
    Task<KieReply<string>> GenerateModifyAsync(KieModifyRequest request, CancellationToken cancellationToken);

    /// <summary>Reads a Luma Modify task.</summary>
    Task<KieReply<KieModifyTask>> FindModifyTaskAsync(string taskId, CancellationToken cancellationToken);

    /// <summary>The balance in KIE credits.</summary>
    Task<KieReply<decimal>> CreditAsync(CancellationToken cancellationToken);

    /// <summary>A link to a file of the account, good for 20 minutes; code 422 for a foreign address.</summary>
    Task<KieReply<string>> DownloadUrlAsync(string url, CancellationToken cancellationToken);

    /// <summary>The models of the catalogue that fit the query.</summary>
    Task<KieReply<KieModelList>> ListModelsAsync(KieModelQuery query, CancellationToken cancellationToken);

    /// <summary>How a model's create call looks; code 404 for an unknown model.</summary>
    Task<KieReply<KieModelSchema>> FindModelSchemaAsync(string model, CancellationToken cancellationToken);

    /// <summary>What a model costs, in words; code 404 for an unknown model.</summary>
    Task<KieReply<KieModelPrice>> FindModelPriceAsync(string model, CancellationToken cancellationToken);

    /// <summary>How a model did in the last 24 hours; code 404 for an unknown model.</summary>
    Task<KieReply<KieModelSuccessRate>> FindModelSuccessRateAsync(string model, CancellationToken cancellationToken);

    /// <summary>A page of the price table.</summary>
    Task<KieReply<KiePricePage>> ListPricesAsync(KiePriceQuery query, CancellationToken cancellationToken);

    /// <summary>The ids of all models.</summary>
    Task<KieReply<IReadOnlyList<string>>> ListModelPathsAsync(CancellationToken cancellationToken);

    /// <summary>Stores an uploaded file.</summary>
    /// <param name="path">A relative folder of at most 1,024 characters: no way up, no drive, no slashes at its ends.</param>
    /// <param name="fileName">A bare name of at most 255 bytes; unique where the caller of a base64 upload gave none.</param>
    /// <param name="contentType">What the caller says that it is; null where it does not say.</param>
    /// <param name="content">Read to its end, once.</param>
    Task<KieReply<KieUploadedFile>> UploadAsync(
        string path, string fileName, string? contentType, Stream content, CancellationToken cancellationToken);

    /// <summary>Fetches a file and stores it.</summary>
    /// <param name="path">As for an upload.</param>
    /// <param name="fileName">Null takes the name from the address.</param>
    /// <param name="url">An http or https address from outside: where it leads is the backend's to check.</param>
    Task<KieReply<KieUploadedFile>> UploadFromUrlAsync(string path, string? fileName, Uri url, CancellationToken cancellationToken);

    /// <summary>Puts a file into the asset library and answers its id.</summary>
    Task<KieReply<string>> CreateAssetAsync(KieAssetRequest request, CancellationToken cancellationToken);

    /// <summary>Reads an entry of the asset library.</summary>
    Task<KieReply<KieAsset>> FindAssetAsync(string assetId, CancellationToken cancellationToken);

    /// <summary>Makes a voice for Gemini Omni.</summary>
    Task<KieReply<KieOmniAudio>> CreateOmniAudioAsync(KieOmniAudioRequest request, CancellationToken cancellationToken);

    /// <summary>Makes a character for Gemini Omni.</summary>
    Task<KieReply<KieOmniCharacter>> CreateOmniCharacterAsync(KieOmniCharacterRequest request, CancellationToken cancellationToken);
}
