using Kinora.Testing;
using System.Net;
using Microsoft.AspNetCore.Builder;

namespace KieAi.AspNetCore.Tests;

public sealed class KieVerbTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wrong_verb_gets_an_envelope_on_every_path()
    {
        await using var host = await KieHost.StartAsync();
        foreach (var path in WireFiles.Calls("server").GroupBy(row => row.Word("path")))
        {
            foreach (var verb in new[] { "GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "BREW" }.Except(path.Select(row => row.Word("method"))))
            {
                (await host.SendAsync(new HttpRequestMessage(new HttpMethod(verb!), path.Key))).ShouldBe(
                    path.First().Word("host") == "upload" ? """{"success":false,"code":405,"msg":"Method not allowed"}""" : """{"code":405,"msg":"Method not allowed","data":null}""",
                    $"{verb} {path.Key}");
            }
        }

        host.Backend.Call.ShouldBeNull();
    }

    [Theory]
    [InlineData("/api/v1/nothing")]
    [InlineData("/client/v1/nothing")]
    [InlineData("/api/")]
    public async Task Path_that_leads_nowhere_gets_an_envelope_where_the_host_wants_it(string path)
    {
        await using var other = await KieHost.StartAsync();
        using var bare = await other.Http.GetAsync(path, Stop);
        bare.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await using var host = await KieHost.StartAsync(map: app =>
        {
            app.MapKieNotFound();
            app.MapGet("/api/v1/own", () => "own");
        });
        (await host.GetAsync(path)).ShouldBe("""{"code":404,"msg":"The page does not exist or is not published","data":null}""");
        (await host.PostAsync(path, "{}")).ShouldContain("\"code\":404");
        (await host.Http.GetStringAsync("/api/v1/own", Stop)).ShouldBe("own");
        using var beside = await host.Http.GetAsync("/elsewhere", Stop);
        beside.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
