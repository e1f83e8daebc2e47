namespace Kinora.Core.Assets;

/// <summary>What a request names is not there any more: to wait would not bring it back.</summary>
internal sealed class InputGoneException(string message) : Exception(message);
