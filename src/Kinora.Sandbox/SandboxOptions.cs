namespace Kinora.Sandbox;

/// <summary>How the sandbox behaves.</summary>
public sealed class SandboxOptions
{
    /// <summary>Bearer keys that it accepts. The default is <c>sandbox</c> alone.</summary>
    public IReadOnlyList<string> Keys { get; set; } = ["sandbox"];

    /// <summary>With it callbacks are signed as KIE signs them; none by default.</summary>
    public string? HmacKey { get; set; }

    /// <summary>Its balance in KIE credits at the start. The default is 100,000.</summary>
    public decimal Credits { get; set; } = 100_000;

    /// <summary>1 is a few seconds for a task, 0 is at once, 2 is twice as slow. The default is 1.</summary>
    public double Speed { get; set; } = 1;

    /// <summary>How much work goes into a video. The default is <see cref="SandboxRender.Full"/>.</summary>
    public SandboxRender Render { get; set; }

    /// <summary>Whether rate limits and the balance are enforced. The default is true.</summary>
    public bool Limits { get; set; } = true;

    /// <summary>The folder for tasks, uploads and videos; null is a temporary one that goes when the sandbox stops. The default is null.</summary>
    public string? DataFolder { get; set; }

    /// <summary>Hosts and networks from which inputs may be fetched although they are not on the public internet; none by default.</summary>
    public IReadOnlyList<string> FetchAllow { get; set; } = [];

    /// <summary>Its own address as others reach it, such as <c>http://127.0.0.1:5090</c>; null is the one it listens on. The default is null.</summary>
    public Uri? PublicUrl { get; set; }
}

/// <summary>How much work goes into a video.</summary>
public enum SandboxRender
{
    /// <summary>The requested size.</summary>
    Full,

    /// <summary>Long side 160, ratio kept, quick.</summary>
    Fast,

    /// <summary>One shared clip for all.</summary>
    None,
}
