using System.Runtime.InteropServices;

namespace Kinora.Core.Health;

/// <summary>One way to have a model made: at which account, by which of its provider's APIs, under which of the provider's ids.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RouteKey(string Account, string Endpoint, string Model)
{
    /// <summary>For people.</summary>
    public override string ToString() => $"{Model} ({Endpoint}) at {Account}";
}
