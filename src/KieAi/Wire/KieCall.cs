namespace KieAi;

/// <summary>One call: what it is named in traces, what it may leave behind, where it goes.</summary>
internal sealed record KieCall(string Name, KieCallKind Kind, string Address)
{
    /// <summary>The task that it is about, once that is known.</summary>
    public string? TaskId { get; set; }
}

/// <summary>What a call may leave behind, which decides how its loss is judged and which limit it waits for.</summary>
internal enum KieCallKind
{
    /// <summary>Nothing; no limit.</summary>
    Other,

    /// <summary>A file that costs nothing and goes by itself; no limit, more time.</summary>
    Upload,

    /// <summary>Nothing; asks how something stands, so it counts as a read.</summary>
    Read,

    /// <summary>Work that may be charged, but the same call only asks for it again; counts as a read.</summary>
    Upgrade,

    /// <summary>Something new each time, which may be charged; counts as a submission.</summary>
    Creation,
}
