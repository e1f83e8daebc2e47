using System.Net;
using System.Net.Http.Headers;

namespace KieAi.Tests;

public sealed class KieClientFaultTests
{
    private const string Html = "<html><head><title>502 Bad Gateway</title></head><body>cloudflare</body></html>";

    [Theory]
    [InlineData(HttpStatusCode.BadGateway, Html, KieOutcome.Unknown)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "", KieOutcome.Unknown)]
    [InlineData(HttpStatusCode.RequestTimeout, "", KieOutcome.Unknown)]
    [InlineData(HttpStatusCode.Found, "", KieOutcome.Unknown)]
    [InlineData(HttpStatusCode.OK, Html, KieOutcome.Unknown)]
    [InlineData(HttpStatusCode.OK, "", KieOutcome.Unknown)]
    [InlineData(HttpStatusCode.OK, "null", KieOutcome.Unknown)]
    [InlineData(HttpStatusCode.OK, "[]", KieOutcome.Unknown)]
    [InlineData(HttpStatusCode.OK, "{}", KieOutcome.Unknown)]
    [InlineData(HttpStatusCode.OK, """{"code":{},"msg":[]}""", KieOutcome.Unknown)]
    [InlineData(HttpStatusCode.OK, """{"code":200,"msg":"success","data":{"taskId":"task_kl""", KieOutcome.Unknown)]
    [InlineData(HttpStatusCode.OK, """{"code":422,"msg":"\ud800"}""", KieOutcome.Unknown)]
    [InlineData(HttpStatusCode.Forbidden, Html, KieOutcome.Refused)]
    [InlineData(HttpStatusCode.NotFound, Html, KieOutcome.Refused)]
    [InlineData(HttpStatusCode.TooManyRequests, Html, KieOutcome.Refused)]
    public async Task Answer_without_envelope_is_judged_by_its_http_status(HttpStatusCode status, string body, KieOutcome outcome)
    {
        var fault = await Calls.CreateFaultAsync(new FakeKie(body, status));
        fault.Code.ShouldBeNull();
        fault.HttpStatus.ShouldBe(status);
        fault.RawBody.ShouldBe(body);
        fault.Outcome.ShouldBe(outcome);
        fault.IsTransient.ShouldBe(status == HttpStatusCode.TooManyRequests);
        fault.IsUserFault.ShouldBeFalse();
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("\"task_1\"")]
    [InlineData("""{"taskId":null}""")]
    [InlineData("""{"taskId":""}""")]
    [InlineData("""{"taskId":{"id":1}}""")]
    [InlineData("""{"taskId":"a b"}""")]
    [InlineData("""{"taskId":"a\nb"}""")]
    [InlineData("""{"taskId":"\ud800"}""")]
    public async Task Accepted_task_without_a_usable_id_has_an_unknown_outcome(string data)
    {
        var fault = await Calls.CreateFaultAsync(new FakeKie($$"""{"code":200,"msg":"success","data":{{data}}}"""));
        fault.Code.ShouldBe(200);
        fault.Outcome.ShouldBe(KieOutcome.Unknown);
        fault.IsTransient.ShouldBeFalse();
    }

    [Theory]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("""{"taskId":"\ud800"}""")]
    public async Task Task_of_a_wrong_shape_is_a_typed_fault_that_may_pass(string data)
    {
        var fault = await Calls.GetFaultAsync(new FakeKie($$"""{"code":200,"msg":"success","data":{{data}}}"""));
        fault.Code.ShouldBe(200);
        fault.IsTransient.ShouldBeTrue();
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("\"many\"")]
    public async Task Credit_of_a_wrong_shape_is_a_typed_fault(string data) => (await Should.ThrowAsync<KieException>(
        () => new FakeKie($$"""{"code":200,"data":{{data}}}""").Client().GetCreditAsync(TestContext.Current.CancellationToken))).Code.ShouldBe(200);

    [Fact]
    public async Task Endless_answer_is_given_up_at_four_megabytes()
    {
        using var endless = new Endless();
        var fault = await Calls.CreateFaultAsync(new FakeKie((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(endless) })));
        fault.Outcome.ShouldBe(KieOutcome.Unknown);
        fault.InnerException!.Message.ShouldContain("larger than");
        endless.Given.ShouldBeLessThan(5 * 1024 * 1024);
    }

    [Fact]
    public async Task Raw_body_and_message_are_bounded()
    {
        var fault = await Calls.CreateFaultAsync(new FakeKie($$"""{"code":422,"msg":"{{new string('m', 9000)}}"}"""));
        fault.Message.Length.ShouldBe(1000);
        fault.RawBody!.Length.ShouldBe(4096);
    }

    [Fact]
    public async Task Key_that_an_answer_repeats_is_cut_out_of_every_text()
    {
        var body = $$"""{"code":401,"msg":"Key {{FakeKie.Key}} is wrong","data":"{{new string('x', 4020)}}{{FakeKie.Key}}"}""";
        var fault = await Calls.CreateFaultAsync(new FakeKie(body));
        fault.Message.ShouldBe("Key *** is wrong");
        fault.RawBody!.ShouldNotContain(FakeKie.Key[..8]);
        fault.ToString().ShouldNotContain(FakeKie.Key);
    }

    [Fact]
    public async Task Wait_that_kie_asks_for_is_told()
    {
        var clock = new FakeClock();
        (await Wait(new RetryConditionHeaderValue(TimeSpan.FromSeconds(7)))).ShouldBe(TimeSpan.FromSeconds(7));
        (await Wait(new RetryConditionHeaderValue(clock.GetUtcNow().AddSeconds(9)))).ShouldBe(TimeSpan.FromSeconds(9));
        (await Wait(new RetryConditionHeaderValue(clock.GetUtcNow().AddSeconds(-9)))).ShouldBe(TimeSpan.Zero);
        (await Wait(null)).ShouldBeNull();

        async Task<TimeSpan?> Wait(RetryConditionHeaderValue? header)
        {
            var kie = new FakeKie((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.TooManyRequests)
            {
                Content = new StringContent("""{"code":429,"msg":"Rate limit exceeded"}"""), Headers = { RetryAfter = header },
            }));
            return (await Calls.CreateFaultAsync(kie, clock)).RetryAfter;
        }
    }

    private sealed class Endless : MemoryStream
    {
        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)' ');
            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
