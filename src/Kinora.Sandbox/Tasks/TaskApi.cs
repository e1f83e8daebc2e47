namespace Kinora.Sandbox.Tasks;

/// <summary>The APIs in whose words a task is told; an id is known only to the API that made it.</summary>
internal static class TaskApi
{
    public const string Jobs = "jobs", Veo = "veo", Runway = "runway", Aleph = "aleph", Modify = "modify";

    /// <summary>The early form for all services: read as a jobs task, called back in a flat shape.</summary>
    public const string Service = "service";

    /// <summary>The 1080p and 4K versions of Veo videos: they have no record of their own, but are asked for by the task that they enlarge.</summary>
    public const string VeoUpgrade = "veo-upgrade";
}

/// <summary>The APIs that create tasks, by the names that the catalog's routes have for them.</summary>
internal static class CatalogEndpoint
{
    public const string Jobs = "jobs", Veo = "veo", Runway = "runway", RunwayExtend = "runway-extend", Aleph = "aleph", Modify = "modify";
}
