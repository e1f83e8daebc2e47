using Kinora.Core.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace Kinora.Server.Auth;

/// <summary>What an endpoint wants of a key, where the rule of <see cref="KeyNeeds"/> does not fit it.</summary>
internal sealed record KeyNeed(KeyScope Scope);

/// <summary>Marks endpoints that make keys or change what keys may do. A key that is held to anything could free itself there, so none such may.</summary>
internal sealed record WholeKeyNeed;

/// <summary>The one rule for which scope an endpoint needs: admin for administration, read for what changes nothing, generate for the rest.</summary>
internal static class KeyNeeds
{
    public static readonly KeyNeed Read = new(KeyScope.Read);
    public static readonly KeyNeed Generate = new(KeyScope.Generate);
    public static readonly WholeKeyNeed WholeKey = new();

    public static KeyScope Of(Endpoint endpoint, string method) =>
        endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(rule => rule.Policy == AdminPolicy.Name) ? KeyScope.Admin
        : endpoint.Metadata.GetMetadata<KeyNeed>()?.Scope ?? (IsSafe(method) ? KeyScope.Read : KeyScope.Generate);

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}
