using System.Text.Json.Nodes;
using Kinora.Core.Credits;
using Kinora.Core.Generations;

namespace Kinora.Core.Tests.Generations;

/// <summary>Builds generations for tests.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Attempt Attempt(string id) => new() { Id = id, SubmittedAt = Now, GiveUpAt = Now.AddMinutes(2), CallbackExpected = true };

    /// <summary>A stored video without pictures.</summary>
    public static GenerationOutput Output(string key) => new(key, null, new("video/mp4", 1280, 720, 5, 25, "h264", null), 5, "hash");

    public static Generation Generation(string accountId = "acc", long credits = 100, string? id = null, DateTimeOffset? at = null) => new()
    {
        Id = id ?? "gen_" + Guid.CreateVersion7().ToString("N"),
        AccountId = accountId,
        ModelId = "model",
        ModelName = "Model",
        VariantId = "model/text",
        Mode = "text-to-video",
        Input = new() { Model = "model", Prompt = "a lighthouse" },
        WireInput = new JsonObject { ["prompt"] = "a lighthouse" },
        Provider = "kie",
        Endpoint = "jobs",
        WireModel = "model/text",
        Quote = new(credits, credits * 0.005m, Exact: true, [new("video", credits)], credits),
        Patience = TimeSpan.FromMinutes(30),
        TypicalSeconds = 60,
        CreatedAt = at ?? Now,
        UpdatedAt = at ?? Now,
    };
}
