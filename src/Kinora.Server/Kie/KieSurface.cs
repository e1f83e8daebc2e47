using Kinora.Core.Generations;

namespace Kinora.Server.Kie;

/// <summary>The APIs of KIE.ai by which a generation can have been asked for, as <see cref="GenerationOrigin.Surface"/> names them.</summary>
internal static class KieSurface
{
    public const string Jobs = "kie/jobs", Veo = "kie/veo", Runway = "kie/runway", Aleph = "kie/aleph", Modify = "kie/modify";

    /// <summary>The early form for all services: read as a jobs task, called back in a flat shape.</summary>
    public const string Service = "kie/service";

    /// <summary>A 1080p or 4K version of a Veo video: asked for by the task that it enlarges.</summary>
    public const string VeoVersion = "kie/veo-version";

    /// <summary>What the names of all of them begin with.</summary>
    public const string Prefix = "kie/";

    /// <summary>Whether a generation was asked for in KIE's words.</summary>
    public static bool Made(Generation generation) => generation.Origin?.Surface.StartsWith(Prefix, StringComparison.Ordinal) is true;
}
