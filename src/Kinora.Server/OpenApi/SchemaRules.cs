using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Kinora.Server.OpenApi;

/// <summary>Makes the schemas say what the wire does: closed sets of words, and which fields are always there.</summary>
internal sealed class SchemaRules : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var declared = context.JsonPropertyInfo?.AttributeProvider ?? Declared(context.ParameterDescription?.ParameterDescriptor);
        if (declared?.GetCustomAttributes(typeof(AllowedValuesAttribute), inherit: false) is [AllowedValuesAttribute allowed, ..])
            schema.Enum = [.. allowed.Values.Select(value => JsonValue.Create((string)value!))];
        // Unless it is said that any value will do, generated clients take the dictionary for an empty one.
        if (context.JsonTypeInfo.Kind is JsonTypeInfoKind.Dictionary) schema.AdditionalProperties ??= new OpenApiSchema();
        // It is read by a reader of our own, into which the framework does not look.
        if (context.JsonTypeInfo.Type == typeof(JsonObject)) schema.Type ??= JsonSchemaType.Object;
        if (schema.Type is { } type && type.HasFlag(JsonSchemaType.Array)) schema.Items ??= new OpenApiSchema();
        if (IsAnswer(context.JsonTypeInfo.Type)) RequireWhatIsAlwaysThere(schema, context);
        return Task.CompletedTask;
    }

    private static ParameterInfo? Declared(ParameterDescriptor? parameter) => (parameter as IParameterInfoParameterDescriptor)?.ParameterInfo;

    private static bool IsAnswer(Type type) => type.Namespace == "Kinora.Client" && !type.Name.EndsWith("Request", StringComparison.Ordinal);

    /// <summary>Answers leave nulls out: what cannot be null is there, what is there is not null, and more may come with time.</summary>
    private static void RequireWhatIsAlwaysThere(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        schema.AdditionalPropertiesAllowed = true;
        schema.Required = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in context.JsonTypeInfo.Properties)
        {
            if (!property.IsGetNullable) schema.Required.Add(property.Name);
            else if (schema.Properties?.TryGetValue(property.Name, out var found) is true && found is OpenApiSchema { Type: { } type } own)
                own.Type = type & ~JsonSchemaType.Null;
        }
    }

    /// <summary>The same for properties that refer to another schema, which the framework wraps only after the schemas are made.</summary>
    public static void UnwrapReferences(IDictionary<string, IOpenApiSchema> schemas)
    {
        foreach (var schema in schemas.Values.Where(s => s.AdditionalPropertiesAllowed))
        {
            foreach (var (name, property) in schema.Properties?.ToArray() ?? [])
            {
                if (property.OneOf is [{ Type: JsonSchemaType.Null }, var other]) schema.Properties![name] = other;
            }
        }
    }

    /// <summary>And for bodies that may be left out.</summary>
    public static void UnwrapBodies(OpenApiPaths paths)
    {
        var bodies = paths.Values.SelectMany(path => path.Operations ?? []).SelectMany(operation => operation.Value.RequestBody?.Content ?? new Dictionary<string, OpenApiMediaType>());
        foreach (var (_, body) in bodies)
            if (body.Schema?.OneOf is [{ Type: JsonSchemaType.Null }, var other]) body.Schema = other;
    }
}
