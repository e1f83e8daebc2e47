using System.Net;
using System.Text.Json.Nodes;

namespace Kinora.Server.Tests.Models;

public sealed class ModelSchemaTests
{
    private const int MostCases = 30;

    [Fact]
    public async Task Schema_takes_what_the_server_takes_and_refuses_what_is_beside_it()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        var (taken, refused) = (0, 0);
        var takes = await server.AddTakesAsync(client);
        foreach (var model in await server.EveryModelAsync(client))
        {
            var schema = await client.GetJsonAsync($"/api/models/{model.Text("id")}/schema");
            foreach (var mode in model.List("modes"))
            {
                var samples = new FormSamples(model.Text("id"), mode, takes);
                foreach (var form in samples.EachValue().Concat(samples.Cases(MostCases)).Concat(samples.Neighbours()))
                {
                    var (status, answer) = await client.PostAsync("/api/quotes", form.ToJsonString());
                    var isTaken = SchemaValidator.Takes(schema, form);
                    if (isTaken && status is HttpStatusCode.BadRequest && new ClientForm(mode, form, takes).Broken is { } rule && IsBeyondSchemas(rule, mode)) continue;
                    isTaken.ShouldBe(status is HttpStatusCode.OK, $"{form.ToJsonString()} → {answer.ToJsonString()}");
                    if (status is HttpStatusCode.OK) taken++;
                    else refused++;
                }
            }
        }

        taken.ShouldBeGreaterThan(1000);
        refused.ShouldBeGreaterThan(1000);
    }

    // A schema cannot add, does not know the take that is continued, and cannot follow a default that one rule bends into the condition of another.
    private static bool IsBeyondSchemas(JsonNode rule, JsonNode mode) => rule["sum"] is not null
        || rule["when"]!.AsObject().Any(term => term.Key.StartsWith("source.", StringComparison.Ordinal) || mode.List("rules").Any(other => other["allowed"] is not null && other["setting"].Plain() == term.Key));
}
