namespace Kinora.Server;

/// <summary>Placeholder for the settings of the server.</summary>
public sealed class KinoraOptions;
