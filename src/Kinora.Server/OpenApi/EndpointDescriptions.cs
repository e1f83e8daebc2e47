using Kinora.Client;
using Kinora.Server.Problems;

namespace Kinora.Server.OpenApi;

/// <summary>What endpoints say of themselves for the API's description.</summary>
internal static class EndpointDescriptions
{
    /// <summary>The error answers, all problem details.</summary>
    public static TBuilder ProducesProblems<TBuilder>(this TBuilder builder, params ReadOnlySpan<int> statuses)
        where TBuilder : IEndpointConventionBuilder
    {
        foreach (var status in statuses)
            builder.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(Problem), [ProblemResult.ContentType]));
        return builder;
    }

    /// <summary>A file, whole or a range of it.</summary>
    public static RouteHandlerBuilder ProducesBytes(this RouteHandlerBuilder builder, params string[] contentTypes) => builder.WithMetadata(
        new ProducesResponseTypeMetadata(200, typeof(Stream), contentTypes),
        new ProducesResponseTypeMetadata(206, typeof(Stream), contentTypes),
        new ProducesResponseTypeMetadata(304, typeof(void)),
        new ProducesResponseTypeMetadata(416, typeof(void)));
}
