using System.Text.Json.Nodes;
using Kinora.Server.Hosting;
using Kinora.Testing;
using Microsoft.Extensions.Logging;

namespace Kinora.Server.Tests.Telemetry;

public sealed class LogFormatterTests
{
    [Fact]
    public void Text_is_one_line_with_the_ids_of_its_work_and_nothing_else_of_its_scopes()
    {
        var line = Log(new TextLogFormatter(), fault: true);
        line.ShouldStartWith("warn: Kinora.Tests[7] Took 3 of \"two lines\" System.IO.IOException: gone away");
        line.ShouldEndWith(" generationId=gen_1 traceId=abc\n");
        line.Trim().ShouldNotContain('\n');
        line.ShouldNotContain("RequestPath");
    }

    [Fact]
    public void Json_is_an_object_with_the_values_of_the_message()
    {
        var line = Log(new JsonLogFormatter(new FakeClock()), fault: true);
        line.Trim().ShouldNotContain('\n');
        var json = JsonNode.Parse(line)!;
        (json.Text("level"), json.Text("category"), json.Number("event")).ShouldBe(("warning", "Kinora.Tests", 7));
        (json.Text("generationId"), json.Text("traceId"), json.Text("message")).ShouldBe(("gen_1", "abc", "Took 3 of \"two\nlines\""));
        json["values"]!.ToJsonString().ShouldBe("""{"Count":"3","Name":"two\nlines"}""");
        json.Text("exception").ShouldContain("gone\naway");
        line.ShouldNotContain("RequestPath");
    }

    [Fact]
    public void Neither_tells_the_secrets_of_an_address_wherever_it_stands()
    {
        var fault = new InvalidOperationException("no https://example.com/a?key=secret", new HttpRequestException("no postgres://me:secret@example.com/a"));
        foreach (var formatter in (Microsoft.Extensions.Logging.Console.ConsoleFormatter[])[new TextLogFormatter(), new JsonLogFormatter(new FakeClock())])
        {
            var captured = new CapturedLines(formatter);
            captured.Factory.CreateLogger("Kinora.Tests").Log(LogLevel.Error, 7, fault, "Not to be had: {Address}", "https://example.com/b?sig=secret");
            var line = captured.All.Single();
            foreach (var kept in (string[])["https://example.com/a?***", "https://example.com/b?***", "://***@example.com/a"]) line.ShouldContain(kept);
            line.ShouldNotContain("secret");
        }
    }

    [Theory]
    [InlineData("GET https://s3.example.com/bucket/a.mp4?X-Amz-Signature=abc&X-Amz-Date=1 failed", "GET https://s3.example.com/bucket/a.mp4?*** failed")]
    [InlineData("'https://example.com/a?token=abc', not found", "'https://example.com/a?***', not found")]
    [InlineData("https://example.com/?abc and http://example.com:8080?c#d", "https://example.com/?*** and http://example.com:8080?***")]
    [InlineData("/api/webhooks/kie?generation=gen_1&token=abc", "/api/webhooks/kie?***")]
    [InlineData("https://key@example.com/a?b=c", "https://***@example.com/a?***")]
    [InlineData("Is it there? No: 5 = 5", "Is it there? No: 5 = 5")]
    [InlineData("https://example.com/a is well. Really?", "https://example.com/a is well. Really?")]
    [InlineData("mail@example.com", "mail@example.com")]
    public void Queries_and_credentials_are_masked_and_nothing_else(string text, string masked) => MaskedAddresses.Mask(text).ShouldBe(masked);

    private static string Log(Microsoft.Extensions.Logging.Console.ConsoleFormatter formatter, bool fault)
    {
        var captured = new CapturedLines(formatter);
        var logger = captured.Factory.CreateLogger("Kinora.Tests");
        using (logger.BeginScope("{RequestPath}", "/api/shared/token"))
        using (logger.BeginScope("{GenerationId} {TraceId}", "gen_1", "abc"))
            logger.Log(LogLevel.Warning, 7, fault ? new IOException("gone\naway") : null, "Took {Count} of \"{Name}\"", 3, "two\nlines");
        return captured.All.Single();
    }
}
