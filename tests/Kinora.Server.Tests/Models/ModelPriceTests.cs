using System.Net;
using System.Text.Json.Nodes;

namespace Kinora.Server.Tests.Models;

public sealed class ModelPriceTests
{
    private const int MostCases = 100;

    [Fact]
    public async Task Model_alone_tells_which_forms_are_taken_and_what_a_quote_will_say()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        var (priced, refused) = (0, 0);
        foreach (var model in await server.EveryModelAsync(client))
        {
            foreach (var mode in model.List("modes"))
            {
                foreach (var form in new FormSamples(model.Text("id"), mode).Cases(MostCases))
                {
                    var expected = new ClientForm(mode, form);
                    var (status, answer) = await client.PostAsync("/api/quotes", form.ToJsonString());
                    var what = $"{form.ToJsonString()} → {answer.ToJsonString()}, broken: {expected.Broken?.ToJsonString()}";
                    if (expected.Broken is null && expected.Credits is { } credits)
                    {
                        status.ShouldBe(HttpStatusCode.OK, what);
                        answer.Number("credits").ShouldBe(credits, what);
                        priced++;
                    }
                    else
                    {
                        status.ShouldBe(HttpStatusCode.BadRequest, what);
                        refused++;
                    }
                }
            }
        }

        priced.ShouldBeGreaterThan(1000);
        refused.ShouldBeGreaterThan(100);
    }
}
