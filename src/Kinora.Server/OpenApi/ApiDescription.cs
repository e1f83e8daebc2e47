using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Kinora.Server.OpenApi;

/// <summary>The OpenAPI document of Kinora's own API.</summary>
internal static class ApiDescription
{
    public const string Document = "v1";
    public const string Path = "/openapi.json";

    public static void MapApiDescription(this IEndpointRouteBuilder routes) => routes
        .MapGet(Path, async (ApiDescriptionText text) => TypedResults.Bytes(await text.ReadAsync(), "application/json; charset=utf-8")).ExcludeFromDescription();

    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddSingleton<ApiDescriptionText>().AddOpenApi(Document, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document);
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer<SchemaRules>();
        options.AddOperationTransformer<OperationRules>();
    });

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new()
        {
            Title = "Kinora",
            Version = "1",
            Description = Introduction(),
        };
        document.Servers = [];
        // HEAD is GET without the body; a second operation with the same id would break generated clients.
        foreach (var path in document.Paths.Values) path.Operations?.Remove(HttpMethod.Head);
        document.Components ??= new();
        SchemaRules.UnwrapReferences(document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>());
        SchemaRules.UnwrapBodies(document.Paths);
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [OperationRules.Key] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API key." },
            [OperationRules.Session] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = Auth.SessionCookie.Name, Description = "The studio's session.",
            },
        };
        document.DescribeTags();
        document.DescribePathParameters();
        document.AddErrors();
        document.AddExamples();
    }

    private static string Introduction()
    {
        using var text = new StreamReader(typeof(ApiDescription).Assembly.GetManifestResourceStream("introduction.md")!);
        return text.ReadToEnd();
    }
}
