namespace Kinora.Server.Hosting;

/// <summary>The server cannot start; the message says why and what to do, and is all that a person needs to see.</summary>
public sealed class StartException(string message, Exception? innerException = null) : Exception(message, innerException);
