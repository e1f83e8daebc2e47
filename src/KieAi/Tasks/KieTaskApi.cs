namespace KieAi;

/// <summary>Which of KIE's APIs made a task. It is read there and nowhere else: ids do not tell, and each API speaks of states in its own words.</summary>
public enum KieTaskApi
{
    /// <summary><c>/api/v1/jobs</c>, all models.</summary>
    Jobs,

    /// <summary><c>/api/v1/veo</c>, extensions too.</summary>
    Veo,

    /// <summary><c>/api/v1/runway</c>, extensions too.</summary>
    Runway,

    /// <summary><c>/api/v1/aleph</c>.</summary>
    Aleph,

    /// <summary><c>/api/v1/modify</c>: Luma Modify.</summary>
    Modify,
}
