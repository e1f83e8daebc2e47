namespace Kinora.Server.Telemetry;

/// <summary>Who may read <c>/metrics</c>.</summary>
public enum MetricsAccess
{
    /// <summary>Administrators by their key, and without one whoever asks on the machine itself.</summary>
    Admin,

    /// <summary>Everybody.</summary>
    Open,

    /// <summary>Nobody; nothing is counted for it.</summary>
    Off,
}
