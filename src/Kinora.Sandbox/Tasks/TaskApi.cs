namespace Kinora.Sandbox.Tasks;

/// <summary>The APIs that create tasks, by the names that the catalog's routes have for them.</summary>
internal static class TaskApi
{
    public const string Jobs = "jobs", Veo = "veo", Runway = "runway", RunwayExtend = "runway-extend", Aleph = "aleph", Modify = "modify";
}
