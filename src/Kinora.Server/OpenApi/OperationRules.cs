using System.Globalization;
using Kinora.Client;
using Kinora.Server.Endpoints;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Kinora.Server.OpenApi;

/// <summary>What operations have in common: credentials, bodies that are files, headers of answers.</summary>
internal sealed class OperationRules : IOpenApiOperationTransformer
{
    public const string Key = "key";
    public const string Session = "session";

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<IAuthorizeData>().Any())
            operation.Security = [Requirement(Key, context), Requirement(Session, context)];
        AddTexts(operation, metadata.OfType<IProducesResponseTypeMetadata>());
        if (metadata.OfType<UploadBody>().Any())
        {
            context.Document!.AddComponent(nameof(AssetRequest), await context.GetOrCreateSchemaAsync(typeof(AssetRequest), null, cancellationToken));
            operation.RequestBody = Upload(new OpenApiSchemaReference(nameof(AssetRequest), context.Document));
        }
    }

    /// <summary>Of two answers with one status the framework describes the last; where that is JSON, the other is text.</summary>
    private static void AddTexts(OpenApiOperation operation, IEnumerable<IProducesResponseTypeMetadata> answers)
    {
        foreach (var answer in answers.Where(answer => answer.Type == typeof(string)))
        {
            if (operation.Responses?.GetValueOrDefault(answer.StatusCode.ToString(CultureInfo.InvariantCulture))?.Content is not { } contents) continue;
            foreach (var type in answer.ContentTypes) contents.TryAdd(type, new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        }
    }

    private static OpenApiSecurityRequirement Requirement(string scheme, OpenApiOperationTransformerContext context) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [] };

    private static OpenApiRequestBody Upload(OpenApiSchemaReference naming) => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType>(UploadBody.Raw.Select(type => KeyValuePair.Create(type, new OpenApiMediaType { Schema = Binary() })))
        {
            ["application/json"] = new OpenApiMediaType { Schema = naming },
            ["multipart/form-data"] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Required = new HashSet<string> { "file" },
                    Properties = new Dictionary<string, IOpenApiSchema> { ["file"] = Binary() },
                },
            },
        },
    };

    private static OpenApiSchema Binary() => new() { Type = JsonSchemaType.String, Format = "binary" };
}
