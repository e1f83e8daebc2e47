using System.Net;

namespace Kinora.Server.Tests;

public sealed class CrowdTests
{
    private const string Fox = """{"model":"kling-2.6","prompt":"A red fox","duration":5,"sound":false}""";

    [Fact]
    public async Task Thousand_requests_at_once_create_what_the_account_can_pay_for()
    {
        await using var server = await TestServer.StartAsync(o => o with { InitialCredits = 10 * 105 });
        using var client = server.CreateClient();
        var answers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => client.PostAsync("/api/generate/video", Fox)));
        answers.Count(a => a.Status is HttpStatusCode.Accepted).ShouldBe(10);
        answers.Count(a => a.Status is HttpStatusCode.PaymentRequired).ShouldBe(990);

        var account = await client.GetJsonAsync("/api/account");
        account.Number("available").ShouldBe(0);
        var entries = (await client.GetJsonAsync("/api/account/ledger?limit=100"))["items"]!.AsArray();
        entries.Sum(e => e!.Number("balanceChange")).ShouldBe(account.Number("balance"));
        entries.Sum(e => e!.Number("heldChange")).ShouldBe(account.Number("held"));
        (await client.GetJsonAsync("/api/generations?limit=100"))["items"]!.AsArray().Count.ShouldBe(10);
    }
}
