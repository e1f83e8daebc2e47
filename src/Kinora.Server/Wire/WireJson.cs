using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kinora.Client;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Kinora.Server.Wire;

/// <summary>How bodies are read and written: strictly what the records say, nothing guessed, nothing ignored.</summary>
internal static class WireJson
{
    /// <summary>For what is written outside the framework's own results. Text stays readable: answers are JSON to every reader, never HTML.</summary>
    public static KinoraJsonContext Answers { get; } =
        new(new JsonSerializerOptions(KinoraJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static IServiceCollection AddKinoraJson(this IServiceCollection services) => services
        .ConfigureHttpJsonOptions(json => Configure(json.SerializerOptions))
        .Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);

    private static void Configure(JsonSerializerOptions options)
    {
        options.TypeInfoResolverChain.Insert(0, ServerJsonContext.Default);
        options.TypeInfoResolverChain.Insert(0, Answers);
        options.Converters.Add(new WholeObject());
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.PropertyNameCaseInsensitive = false;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
    }
}
